@echo off
rem Starts Virdi Console; needs Java 25 or later.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if defined VIRDI_JAVA_HOME set "java=%VIRDI_JAVA_HOME%\bin\java"
rem A later Java may have dropped an option, which is no reason not to start.
"%java%" -XX:+IgnoreUnrecognizedVMOptions "@%~dp0..\lib\java-options" -cp "%~dp0..\lib\*" virdi.app.Main %*
exit /b %errorlevel%
