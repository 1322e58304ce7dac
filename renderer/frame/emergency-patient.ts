/** Somebody in trouble, when it is known who. */
export type EmergencyPatient = {
  readonly personId: string
  readonly visitId: string | null
  readonly name: string
}
