package virdi.telemetry;

import virdi.model.Target;

/**
 * The answer to "Why?": the first cause of something unhealthy.
 *
 * @param sentence for people: "iron is empty: smelter-1 has not answered a request for 42 s"
 * @param culprit what to look at first; select it to follow the link
 */
public record Cause(String sentence, Target culprit) {}
