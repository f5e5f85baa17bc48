import type { FunctionEntries } from './function-entry.ts';

export const logicalFunctions: FunctionEntries = {
  AND: ['logical1, [logical2]…', 'TRUE when all conditions are true.', '=AND(3>2,5>4)'],
  FALSE: ['', 'The logical value FALSE.', '=FALSE()'],
  IF: [
    'logical_test, value_if_true, [value_if_false]',
    'One value when a condition is true, another when it is false.',
    '=IF(7>5,"above","below")',
  ],
  IFERROR: [
    'value, value_if_error',
    'The value, or another one where it is an error.',
    '=IFERROR(1/0,"none")',
  ],
  IFNA: [
    'value, value_if_na',
    'The value, or another one where it is #N/A.',
    '=IFNA(MATCH(4,{1,2,3},0),"missing")',
  ],
  IFS: [
    'logical_test1, value_if_true1, [logical_test2]…, [value_if_true2]…',
    'The value that belongs to the first condition that is true.',
    '=IFS(72<60,"C",72<80,"B",TRUE,"A")',
  ],
  LET: [
    'name1, name_value1, [name2]…, [name_value2]…, calculation',
    'Names values, each worked out once, and calculates with them.',
    '=LET(rate,0.05,years,10,(1+rate)^years)',
  ],
  NOT: ['logical', 'The opposite of a condition.', '=NOT(2>3)'],
  OR: ['logical1, [logical2]…', 'TRUE when at least one condition is true.', '=OR(1>2,5>4)'],
  SWITCH: [
    'expression, value1, result1, [value2]…, [result2]…, [default]',
    'The result that belongs to the first value equal to the expression, or the default.',
    '=SWITCH(2,1,"low",2,"medium","high")',
  ],
  TRUE: ['', 'The logical value TRUE.', '=TRUE()'],
  XOR: ['logical1, [logical2]…', 'TRUE when the number of true conditions is odd.', '=XOR(TRUE,FALSE,FALSE)'],
};
