/**
 * What a project writes Redis migrations against when it writes them in Java; the only public Java API of this plugin.
 * Nothing of the plugin's rooms may enter: only the JDK and Redisson.
 */
package dev.stairway.redis;
