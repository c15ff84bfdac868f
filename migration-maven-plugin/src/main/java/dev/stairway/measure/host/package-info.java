/** What the machine gave to a step: CPU and memory of the processes of the server and of this one. Knows no product. */
package dev.stairway.measure.host;
