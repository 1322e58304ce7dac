/** The encrypting driver ships no types; its API is better-sqlite3's. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Sqlite from 'better-sqlite3'

  // biome-ignore lint/style/noDefaultExport: the package's own export
  export default Sqlite
}
