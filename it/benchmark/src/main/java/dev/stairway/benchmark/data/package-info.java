/** What many rows cost: making them, reading them, comparing them. One trial per question, all with one server and one heap. */
package dev.stairway.benchmark.data;
