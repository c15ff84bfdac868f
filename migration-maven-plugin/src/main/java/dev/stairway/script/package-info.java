/** Migration files as text with positions. Pure: text in, records out; no file is opened and no engine is known here. */
package dev.stairway.script;
