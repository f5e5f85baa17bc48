import { meanOf } from './moments.ts';

/** A hyperplane fitted to observations: y = constant + Σ coefficient · variable. */
export interface Fit {
  /** One for each variable; 0 for one that adds nothing to those before it. */
  readonly coefficients: readonly number[];
  readonly constant: number;
  /** The standard errors of the coefficients; 0 for one that adds nothing. */
  readonly errors: readonly number[];
  readonly constantError: number;
  readonly degreesOfFreedom: number;
  /** Variables that count. */
  readonly rank: number;
  readonly explainedSquares: number;
  readonly residualSquares: number;
  /** The fitted y where the variables have these values; taken from the means, which keeps digits. */
  readonly at: (point: readonly number[]) => number;
}

/** A variable of which less than this part is left when those before it are taken out adds nothing. */
const collinear = 1e-13;

function dot(left: readonly number[], right: readonly number[], from: number): number {
  let sum = 0;
  for (let place = from; place < left.length; place++) sum += (left[place] ?? 0) * (right[place] ?? 0);
  return sum;
}

function lengthFrom(vector: readonly number[], from: number): number {
  const largest = vector.reduce(
    (most, value, place) => (place < from ? most : Math.max(most, Math.abs(value))),
    0,
  );
  if (largest === 0) return 0;
  const scaled = vector.map((value) => value / largest);
  return largest * Math.sqrt(dot(scaled, scaled, from));
}

/** Reflects a vector at a plane, which leaves its places before `from` alone. Source: Householder. */
function reflect(vector: number[], normal: readonly number[], from: number): void {
  const share = (2 * dot(normal, vector, from)) / dot(normal, normal, from);
  for (let place = from; place < vector.length; place++)
    vector[place] = (vector[place] ?? 0) - share * (normal[place] ?? 0);
}

/** Columns turned so that each has nothing below its own place. */
interface Triangle {
  /** The variables that count, in order, and their columns. */
  readonly kept: readonly number[];
  readonly columns: readonly (readonly number[])[];
  /** The planes at which they were reflected. */
  readonly normals: readonly (readonly number[])[];
}

/** A vector turned like the columns of a triangle. */
function turned(vector: readonly number[], normals: Triangle['normals']): number[] {
  const result = [...vector];
  for (const [place, normal] of normals.entries()) reflect(result, normal, place);
  return result;
}

/** The orthogonal decomposition. Source: Golub and Van Loan, "Matrix Computations", 5.2. */
function triangle(variables: readonly (readonly number[])[]): Triangle {
  const normals: number[][] = [];
  const kept: number[] = [];
  const columns: number[][] = [];
  for (const [index, variable] of variables.entries()) {
    const column = turned(variable, normals);
    const place = kept.length;
    const left = lengthFrom(column, place);
    if (left <= collinear * lengthFrom(variable, 0)) continue;
    const normal = column.map((value, row) => (row < place ? 0 : value / left));
    normal[place] = (normal[place] ?? 0) + ((column[place] ?? 0) < 0 ? -1 : 1);
    reflect(column, normal, place);
    normals.push(normal);
    kept.push(index);
    columns.push(column);
  }
  return { kept, columns, normals };
}

/** Solves the triangle for a right side, from its last row upwards. */
function solve(columns: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rest = right.slice(0, columns.length);
  for (let row = columns.length - 1; row >= 0; row--) {
    const value = (rest[row] ?? 0) / (columns[row]?.[row] ?? 1);
    rest[row] = value;
    for (let above = 0; above < row; above++)
      rest[above] = (rest[above] ?? 0) - value * (columns[row]?.[above] ?? 0);
  }
  return rest;
}

/** Each row of the inverse of the triangle: what its squares add up to is the variance of a coefficient. */
function inverseRows(columns: readonly (readonly number[])[]): number[][] {
  const inverseColumns = columns.map((_, index) =>
    solve(
      columns,
      columns.map((__, row) => (row === index ? 1 : 0)),
    ),
  );
  return columns.map((_, row) => inverseColumns.map((column) => column[row] ?? 0));
}

/**
 * The least squares fit of `observed` by variables with as many values each, through the origin where
 * there is no constant. With one, means are taken out first, which keeps digits. A variable that the
 * ones before it make up is left out, as Excel does. Source: Golub and Van Loan, "Matrix
 * Computations", 5.3; N. Draper, H. Smith, "Applied Regression Analysis", for the errors.
 */
export function leastSquares(
  variables: readonly (readonly number[])[],
  observed: readonly number[],
  withConstant: boolean,
): Fit {
  const centre = withConstant ? meanOf : () => 0;
  const means = variables.map(centre);
  const mean = centre(observed);
  const centred = variables.map((values, index) => values.map((value) => value - (means[index] ?? 0)));
  const target = observed.map((value) => value - mean);
  const { kept, columns, normals } = triangle(centred);
  const coefficients = variables.map(() => 0);
  const fitted = target.map(() => 0);
  // What the first round leaves of the fit, the second one finds: that mends the last digits.
  for (let round = 0; round < 2; round++) {
    const rest = target.map((value, row) => value - (fitted[row] ?? 0));
    const correction = solve(columns, turned(rest, normals));
    for (const [row, index] of kept.entries())
      coefficients[index] = (coefficients[index] ?? 0) + (correction[row] ?? 0);
    for (const row of fitted.keys())
      fitted[row] = kept.reduce(
        (sum, index) => sum + (coefficients[index] ?? 0) * (centred[index]?.[row] ?? 0),
        0,
      );
  }
  const residuals = target.map((value, row) => value - (fitted[row] ?? 0));
  const rank = kept.length;
  const degreesOfFreedom = observed.length - rank - (withConstant ? 1 : 0);
  const total = dot(target, target, 0);
  const residual = dot(residuals, residuals, 0);
  // What is no more than rounding is an exact fit.
  const exact = degreesOfFreedom <= 0 || residual <= total * (observed.length * Number.EPSILON) ** 2;
  const residualSquares = exact ? 0 : residual;
  const variance = exact ? 0 : residual / degreesOfFreedom;
  const inverse = inverseRows(columns);
  const errors = variables.map(() => 0);
  for (const [row, index] of kept.entries()) {
    const weights = inverse[row] ?? [];
    errors[index] = Math.sqrt(variance * dot(weights, weights, 0));
  }
  const meansByRow = columns.map((_, column) =>
    kept.reduce((sum, index, row) => sum + (means[index] ?? 0) * (inverse[row]?.[column] ?? 0), 0),
  );
  return {
    coefficients,
    constant: mean - dot(coefficients, means, 0),
    errors,
    constantError: Math.sqrt(variance * (1 / observed.length + dot(meansByRow, meansByRow, 0))),
    degreesOfFreedom,
    rank,
    explainedSquares: exact ? total : dot(fitted, fitted, 0),
    residualSquares,
    at: (point) =>
      point.reduce((y, x, index) => y + (coefficients[index] ?? 0) * (x - (means[index] ?? 0)), mean),
  };
}
