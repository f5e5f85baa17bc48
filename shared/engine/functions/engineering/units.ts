/**
 * The units of CONVERT with their size in the first unit of their kind. Sources: the definitions of
 * the International System, NIST Special Publication 811 (appendix B), for the electron volt and the
 * atomic mass unit CODATA 2018; which names and prefixes there are: Microsoft, "CONVERT function".
 */

export interface Unit {
  readonly kind: string;
  /** What its prefix stands for. */
  readonly prefix: number;
  readonly size: number;
  /** What this unit shows where the first unit of its kind shows zero. */
  readonly zero: number;
}

interface NamedUnit {
  readonly size: number;
  readonly zero?: number;
  /** Prefixes may stand before it; a square or cubic unit takes them to that power. */
  readonly prefixes?: 1 | 2 | 3;
  /** Binary prefixes as well. */
  readonly binary?: boolean;
}

const inch = 0.0254;
const foot = 0.3048;
const yard = 0.9144;
const mile = 1609.344;
const nauticalMile = 1852;
const lightYear = 9_460_730_472_580_800;
const parsec = (149_597_870_700 * 648_000) / Math.PI;
const picaPoint = inch / 72;
const surveyFoot = 1200 / 3937;
const pound = 453.59237;
const gravity = 9.80665;
const poundForce = (pound / 1000) * gravity;
const horsepower = 550 * foot * poundForce;
const litre = 0.001;
const gallon = 3.785411784 * litre;
const imperialGallon = 4.54609 * litre;

const lengths: Readonly<Record<string, NamedUnit>> = {
  m: { size: 1, prefixes: 1 },
  mi: { size: mile },
  Nmi: { size: nauticalMile },
  in: { size: inch },
  ft: { size: foot },
  yd: { size: yard },
  ang: { size: 1e-10, prefixes: 1 },
  ly: { size: lightYear, prefixes: 1 },
  'Picapt Pica': { size: picaPoint },
};

/** The lengths that have a square or a cube, under the names `m2` and `m^2`. */
function powersOfLengths(power: 2 | 3): Record<string, NamedUnit> {
  return Object.fromEntries(
    Object.entries(lengths).map(([names, { size, prefixes }]) => [
      names
        .split(' ')
        .flatMap((name) => [`${name}${power}`, `${name}^${power}`])
        .join(' '),
      prefixes === undefined ? { size: size ** power } : { size: size ** power, prefixes: power },
    ]),
  );
}

/** Units by kind; names of the same unit are separated by spaces. */
const kinds: Readonly<Record<string, Readonly<Record<string, NamedUnit>>>> = {
  mass: {
    g: { size: 1, prefixes: 1 },
    sg: { size: (poundForce / foot) * 1000 },
    lbm: { size: pound },
    u: { size: 1.6605390666e-24, prefixes: 1 },
    ozm: { size: pound / 16 },
    grain: { size: pound / 7000 },
    'cwt shweight': { size: 100 * pound },
    'uk_cwt lcwt hweight': { size: 112 * pound },
    stone: { size: 14 * pound },
    ton: { size: 2000 * pound },
    'uk_ton LTON brton': { size: 2240 * pound },
  },
  length: {
    ...lengths,
    ell: { size: 45 * inch },
    'parsec pc': { size: parsec, prefixes: 1 },
    pica: { size: inch / 6 },
    survey_mi: { size: 5280 * surveyFoot },
  },
  time: {
    'sec s': { size: 1, prefixes: 1 },
    'mn min': { size: 60 },
    hr: { size: 3600 },
    'day d': { size: 86_400 },
    yr: { size: 365.25 * 86_400 },
  },
  pressure: {
    'Pa p': { size: 1, prefixes: 1 },
    'atm at': { size: 101_325, prefixes: 1 },
    mmHg: { size: 133.322387415, prefixes: 1 },
    psi: { size: poundForce / inch ** 2 },
    Torr: { size: 101_325 / 760, prefixes: 1 },
  },
  force: {
    N: { size: 1, prefixes: 1 },
    'dyn dy': { size: 1e-5, prefixes: 1 },
    lbf: { size: poundForce },
    pond: { size: gravity / 1000, prefixes: 1 },
  },
  energy: {
    J: { size: 1, prefixes: 1 },
    e: { size: 1e-7, prefixes: 1 },
    c: { size: 4.184, prefixes: 1 },
    cal: { size: 4.1868, prefixes: 1 },
    'eV ev': { size: 1.602176634e-19, prefixes: 1 },
    'HPh hh': { size: horsepower * 3600 },
    'Wh wh': { size: 3600, prefixes: 1 },
    flb: { size: foot * poundForce },
    'BTU btu': { size: 1055.05585262 },
  },
  power: {
    'W w': { size: 1, prefixes: 1 },
    'HP h': { size: horsepower },
    PS: { size: 75 * gravity },
  },
  magnetism: {
    T: { size: 1, prefixes: 1 },
    ga: { size: 1e-4, prefixes: 1 },
  },
  temperature: {
    'C cel': { size: 1 },
    'F fah': { size: 1 / 1.8, zero: 32 },
    'K kel': { size: 1, zero: 273.15, prefixes: 1 },
    Rank: { size: 1 / 1.8, zero: 491.67 },
    Reau: { size: 1.25 },
  },
  volume: {
    ...powersOfLengths(3),
    'l L lt': { size: litre, prefixes: 1 },
    tsp: { size: gallon / 768 },
    tspm: { size: 0.005 * litre },
    tbs: { size: gallon / 256 },
    oz: { size: gallon / 128 },
    cup: { size: gallon / 16 },
    'pt us_pt': { size: gallon / 8 },
    uk_pt: { size: imperialGallon / 8 },
    qt: { size: gallon / 4 },
    uk_qt: { size: imperialGallon / 4 },
    gal: { size: gallon },
    uk_gal: { size: imperialGallon },
    barrel: { size: 42 * gallon },
    bushel: { size: 2150.42 * inch ** 3 },
    'GRT regton': { size: 100 * foot ** 3 },
    MTON: { size: 40 * foot ** 3 },
  },
  area: {
    ...powersOfLengths(2),
    uk_acre: { size: 4840 * yard ** 2 },
    us_acre: { size: 43_560 * surveyFoot ** 2 },
    ar: { size: 100, prefixes: 1 },
    ha: { size: 10_000 },
    Morgen: { size: 2500 },
  },
  information: {
    bit: { size: 1, prefixes: 1, binary: true },
    byte: { size: 8, prefixes: 1, binary: true },
  },
  speed: {
    'm/s m/sec': { size: 1, prefixes: 1 },
    'm/h m/hr': { size: 1 / 3600, prefixes: 1 },
    mph: { size: mile / 3600 },
    kn: { size: nauticalMile / 3600 },
    admkn: { size: (6080 * foot) / 3600 },
  },
};

/** Powers of ten. */
const decimalPrefixes: Readonly<Record<string, number>> = {
  Y: 24,
  Z: 21,
  E: 18,
  P: 15,
  T: 12,
  G: 9,
  M: 6,
  k: 3,
  h: 2,
  da: 1,
  e: 1,
  d: -1,
  c: -2,
  m: -3,
  u: -6,
  n: -9,
  p: -12,
  f: -15,
  a: -18,
  z: -21,
  y: -24,
};

/** Powers of 1024. */
const binaryPrefixes: Readonly<Record<string, number>> = {
  ki: 1,
  Mi: 2,
  Gi: 3,
  Ti: 4,
  Pi: 5,
  Ei: 6,
  Zi: 7,
  Yi: 8,
};

const units: ReadonlyMap<string, NamedUnit & { readonly kind: string }> = new Map(
  Object.entries(kinds).flatMap(([kind, members]) =>
    Object.entries(members).flatMap(([names, unit]) =>
      names
        .split(' ')
        .map((name): [string, NamedUnit & { readonly kind: string }] => [name, { ...unit, kind }]),
    ),
  ),
);

/** The unit of a name, whose letter case counts, with or without a prefix; undefined where there is none. */
export function unitNamed(name: string): Unit | undefined {
  const plain = units.get(name);
  if (plain) return { kind: plain.kind, prefix: 1, size: plain.size, zero: plain.zero ?? 0 };
  for (const length of [1, 2]) {
    const unit = units.get(name.slice(length));
    if (unit?.prefixes === undefined) continue;
    const decimal = decimalPrefixes[name.slice(0, length)];
    const binary = unit.binary ? binaryPrefixes[name.slice(0, length)] : undefined;
    if (decimal === undefined && binary === undefined) continue;
    const prefix = decimal === undefined ? 1024 ** (binary ?? 0) : 10 ** (decimal * unit.prefixes);
    return { kind: unit.kind, prefix, size: unit.size, zero: unit.zero ?? 0 };
  }
  return undefined;
}
