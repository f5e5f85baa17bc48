/** `=INDEX(list,position of a choice among its labels)`, or the words when it is none of them. */
export function lookedUp(choice: string, labels: string, list: string, words: string): string {
  const position = `MATCH(${choice},${labels},0)`;
  return `=IF(ISNUMBER(${position}),INDEX(${list},${position}),"${words}")`;
}
