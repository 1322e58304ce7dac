const place = '<script type="application/json" id="keys">[]</script>'

/** The verifier's page with these files of keys in it. Throws when the page has no place for them. */
export function withKeyLists(page: string, files: readonly string[]): string {
  if (!page.includes(place)) throw new Error('the verifier has no place for keys')
  // In a script no text may look like the end of it.
  const json = JSON.stringify(files).replaceAll('<', String.raw`\u003c`)
  return page.replace(place, () => place.replace('[]', () => json))
}
