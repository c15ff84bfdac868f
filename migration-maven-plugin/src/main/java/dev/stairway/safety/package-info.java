/** What goal {@code safety} judges: releases, waivers, and what runs have seen of a prediction. Knows no product. */
package dev.stairway.safety;
