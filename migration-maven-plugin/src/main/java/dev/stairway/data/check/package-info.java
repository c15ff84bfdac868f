/** CHECK constraints: parsed, solved for one way to satisfy them, and evaluated against a row. Pure. */
package dev.stairway.data.check;
