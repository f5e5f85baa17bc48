/*
 * The channels between the window and the machine. No others exist.
 */

/** Window to machine: a call of the contract, answered. */
export const callChannel = 'roundtrip:call';
/** Machine to window: an event of the contract. */
export const eventChannel = 'roundtrip:event';
/** Window to machine: whether anything in the page listens to events. */
export const listeningChannel = 'roundtrip:listening';
