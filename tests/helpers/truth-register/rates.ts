/**
 * How often what happens in the invented register. Chosen from what is known of points and registers (README.md) before
 * the scorer was measured; not tuned to it.
 */
export const rates = {
  /** Of births. National figures are 1 to 1.5 %. */
  twins: 0.012,
  /** Children entered at birth without a name of their own. */
  enteredNameless: 0.35,
  /** Of these: written "Con bà …" into the name field, or with the order of twins. */
  birthNameInField: 0.3,
  /** Of those without a name, entered anew when they have one, instead of being named in place. */
  namedAnew: 0.055,
  /** Of all children: entered anew by another commune after moving. */
  movedAnew: 0.013,
  /** Of all children: entered anew by the same point, a hospital or a private clinic. */
  enteredAnew: 0.02,
  /** Of those entered anew, once more. */
  enteredThrice: 0.05,
  /** Children with exactly the name and birth date of another, of another family. */
  namesakes: 0.003,
  /** Families where one telephone serves two households (grandparents). */
  sharedPhone: 0.03,
  /** Records with the telephone of the village health worker instead of one of the family. */
  workerPhone: 0.008,
} as const

/** Errors of one written record, each by itself. */
export const slips = {
  letter: 0.022,
  telex: 0.006,
  allMarksLost: 0.03,
  oneMarkLost: 0.012,
  otherMark: 0.004,
  middleMissing: 0.015,
  wordsChangedOver: 0.002,
  /** Another name altogether: changed at birth registration. */
  renamed: 0.005,
  dateDigit: 0.008,
  dateSwapped: 0.005,
  dateNear: 0.006,
  datePart: 0.004,
  sexWrong: 0.005,
  sexUnknown: 0.004,
  motherMissing: 0.03,
  /** Grandmother or aunt entered as the mother. */
  motherOther: 0.008,
  motherMiddleMissing: 0.02,
  motherYearWrong: 0.03,
  phoneMissing: 0.06,
  phoneDigit: 0.012,
  fatherMissing: 0.4,
  idDigit: 0.006,
  hamletMissing: 0.12,
} as const

/** Of records entered anew. */
export const anew = {
  /** The family has another number, or the other parent brings the child. */
  otherPhone: 0.3,
  otherPhoneAfterMove: 0.5,
  /** An earlier dose is copied from the child's book. */
  doseCopied: 0.6,
  /** Of copied doses: the day is copied wrongly. */
  doseDaySlip: 0.02,
  /** A dose was entered by both places. */
  doseTwice: 0.1,
} as const
