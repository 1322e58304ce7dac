/** The verifier's page as one text. */
export function buildVerifier(): Promise<string>
export const verifierFile: string
