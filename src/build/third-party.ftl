<#--
  The list of the works of others that the program is distributed with, made of the dependencies it runs with.
  The window reads it (virdi.ui.about.ThirdParty): a line of a work has five parts with " | " between.
-->
<#-- Where a work may be taken under one of several licences, the first of these that it comes under was chosen. -->
<#assign chosen = ["Apache-2.0", "BSD-3-Clause", "MIT", "MPL-2.0", "EPL-2.0", "GPL-2.0-with-classpath-exception"]>
<#-- Licences that want their owner's name repeated: the text is the project's own, in a file of its group's name. -->
<#assign owned = ["BSD-3-Clause", "MIT"]>
Virdi Console is distributed with these works of others. Each line tells what it is, which version, under which licence,
where the text of that licence is, and where the work comes from.

<#list dependencyMap as entry>
<#assign work = entry.getKey()>
<#assign licence = chosen?filter(it -> entry.getValue()?seq_contains(it))?first!entry.getValue()?join(" or ")>
${work.groupId}:${work.artifactId} | ${work.version} | ${licence} | licences/${owned?seq_contains(licence)?then(work.groupId, licence)}.txt | ${work.url!"-"}
</#list>
Feather icons | in ikonli-feather-pack | MIT | licences/feather.txt | https://feathericons.com
IBM Plex Sans | in the program | OFL-1.1 | licences/ibm-plex.txt | https://github.com/IBM/plex
OpenJDK | in the installers | GPL-2.0-with-classpath-exception | licences/GPL-2.0-with-classpath-exception.txt | https://openjdk.org
