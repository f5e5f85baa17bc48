/**
 * How long anything may take on a machine that is busy with other things as well, and how often it is looked
 * at. Only what never happens takes so long.
 */
export const patience = { timeout: 90_000, interval: 20 };
