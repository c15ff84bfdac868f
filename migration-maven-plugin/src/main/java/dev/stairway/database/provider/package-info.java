/** How databases come to be; names products, versions and platforms. */
package dev.stairway.database.provider;
