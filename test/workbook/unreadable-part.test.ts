import { expect, test } from 'vitest';
import { unreadablePart } from '../../shared/workbook/unreadable-part.ts';

test.each([
  ['=A1+', 'a value is missing after +'],
  ['=1+*2', 'a value is missing between + and *'],
  ['==1', 'a value is missing before ='],
  ['=', 'a value is missing before the end'],
  ['=SUM(A1, B1*)', 'a value is missing after *, in argument 2 of SUM'],
  ['=if(a1>0,1,round(2/,1))', 'a value is missing after /, in argument 1 of ROUND'],
  ['=SUM(A1:)', 'a value is missing after :, in argument 1 of SUM'],
  ['=1 2', 'a sign is missing between 1 and 2'],
  ['=MAX(1, A1 "x")', 'a sign is missing between A1 and "x", in argument 2 of MAX'],
  ['=(1+2)(3)', 'a sign is missing between ) and ('],
  ['=(1+2))', 'a closing bracket has no opening one'],
  ['=()', 'a value is missing after ('],
  ['=1,5', 'a comma stands in no function; decimals are written with a point'],
  ['=SUM(A1;A2)', 'arguments are separated by commas, not by semicolons, in argument 1 of SUM'],
  ['="abc', 'the text that begins with "abc is not closed'],
  ['=LEN(LEFT("a",1),"b', 'the text that begins with "b is not closed, in argument 2 of LEN'],
  ["='My sheet", "the sheet name that begins with 'My sheet is not closed or has no ! behind it"],
  ['=1?2', 'the sign ? cannot stand in a formula'],
  ['=(1+2', 'the bracket is not closed'],
  ['=SUM(1,', 'the bracket of SUM is not closed'],
])('%s: %s', (formula, reason) => {
  expect(unreadablePart(formula)).toBe(reason);
});

test.each([
  '=-A1%*--2^+3',
  '=SUM(,A1,)+PI()',
  '=IF(A1="",TRUE,{1,2;3,4})',
  "=SUM('My sheet'!A:A Deals!1:3,(A1:B2,C3))",
  '=@A1#&"a""b"<>"c"',
  '=A1:INDEX(B:B,3)',
])('nothing is found in %s', (formula) => {
  expect(unreadablePart(formula)).toBeUndefined();
});
