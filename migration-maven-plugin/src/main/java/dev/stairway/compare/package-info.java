/** What the same changelog did on several versions of one product: pure, over reports of cells. Knows no product by name. */
package dev.stairway.compare;
