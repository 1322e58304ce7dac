/**
 * Who may import whom: the table of the house as rules for dependency-cruiser (`npm run check`).
 * Each comment says why, then what to do instead; it is printed with every violation.
 */

/** A package, in whatever folder node_modules lies. */
const packages = names => `(^|/)node_modules/(@types/)?(${names})/`
const anyPackage = '(^|/)node_modules/'

const sqlite = packages('better-sqlite3|better-sqlite3-multiple-ciphers')
const electron = packages('electron')
const windowPackages = packages(
  'react|react-dom|@mantine/[^/]+|@tabler/icons-react|@tanstack/[^/]+|@fontsource/[^/]+',
)

const outsideCode = { dependencyTypes: ['core'] }

/** A place in main beside the engine: one machine or one duty, behind a port. */
const machineFolders = 'printing|exchange|updates|backup|security|worker'

const rules = [
  {
    name: 'no-circles',
    comment:
      'Files that import each other can only be understood and tested together. Move what both need into a third file below them.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-circles-between-areas',
    comment:
      'Two areas of the domain that import each other are one area with two names. Move the shared rule into the lower area, or pass it as an argument.',
    scope: 'folder',
    from: { path: '^src/domain/[^/]+$' },
    to: { circular: true, path: '^src/domain/[^/]+$' },
  },
  {
    name: 'everything-resolves',
    comment:
      'An import that leads nowhere breaks only when it is used. Correct the path or install the package.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'domain-knows-no-package',
    comment:
      'Rules that know no machine can be read, tested and reused anywhere. Take clock, identity, randomness and files as arguments.',
    from: { path: '^src/domain/' },
    to: { path: anyPackage },
  },
  {
    name: 'domain-knows-no-node',
    comment:
      'A rule must give the same answer in the window, in main and on a server. Take what Node would give as an argument.',
    from: { path: '^src/domain/' },
    to: outsideCode,
  },
  {
    name: 'domain-stands-alone',
    comment:
      'The rules are at the bottom of the house. Pass in what they need, or move a rule that lies elsewhere into the domain.',
    from: { path: '^src/domain/' },
    to: { pathNot: ['^src/domain/', anyPackage], dependencyTypesNot: ['core'] },
  },
  {
    name: 'calendar-at-the-bottom',
    comment:
      'Every area counts days, so the calendar may know none of them. Put a rule about persons or doses into their own area.',
    from: { path: '^src/domain/calendar/' },
    to: { pathNot: '^src/domain/calendar/' },
  },
  {
    name: 'contract-is-shared-truth',
    comment:
      'Both sides read the contract, so it may know only itself, the domain and zod. Declare the shape here and do the work elsewhere.',
    from: { path: '^src/contract/' },
    to: { pathNot: ['^src/contract/', '^src/domain/', packages('zod')] },
  },
  {
    name: 'src-has-two-parts',
    comment:
      'Code both sides share is either a rule or the contract. Put the file into `src/domain/<area>` or `src/contract`.',
    from: {},
    to: { path: '^src/', pathNot: ['^src/domain/[^/]+/', '^src/contract/'] },
  },
  {
    name: 'window-reaches-no-machine',
    comment:
      'A screen cannot reach a file, a printer or SQL: it asks main through `renderer/api.ts`. Add a call to the contract instead.',
    from: { path: '^renderer/', pathNot: [String.raw`\.d\.ts$`, '^renderer/verifier/'] },
    to: { pathNot: ['^renderer/(?!verifier/)', '^src/', windowPackages] },
  },
  {
    name: 'verifier-stands-alone',
    comment:
      'The page that works from a stick has nothing behind it: no main, no screens. It may take rules, texts, data that ships and its reader of codes.',
    from: { path: '^renderer/verifier/' },
    to: {
      pathNot: [
        '^renderer/verifier/',
        '^renderer/text/(vi|en)/',
        '^src/domain/',
        String.raw`^resources/.*\.json$`,
        packages('zxing-wasm'),
      ],
    },
  },
  {
    name: 'components-hold-no-data',
    comment:
      'Shared parts without data access can be used on every screen. Let the screen ask and hand the answer down as properties.',
    from: { path: '^renderer/components/' },
    to: { path: ['^renderer/screens/', String.raw`^renderer/api\.ts$`] },
  },
  {
    name: 'only-db-knows-sqlite',
    comment: 'All SQL is in one room. Add a method to a repository in `main/db` and call that.',
    from: { pathNot: '^main/db/' },
    to: { path: sqlite },
  },
  {
    name: 'db-knows-only-sqlite',
    comment:
      'The room with the SQL knows the rules, SQLite and Node, nothing else. Take the rest as an argument from the service.',
    from: { path: '^main/db/' },
    to: { pathNot: ['^main/db/', '^src/', sqlite], dependencyTypesNot: ['core'] },
  },
  {
    name: 'services-use-ports',
    comment:
      'A use case runs in a plain test. Reach printers, files, the clock and the network through a port, a type declared beside the service.',
    from: { path: '^main/services/' },
    to: { pathNot: ['^main/services/', '^main/db/', '^main/resources/', '^src/'] },
  },
  {
    name: 'services-load-nothing',
    comment:
      'Opening the database and reading resources is done once, by the composition root. Import their types only, and take the values as arguments.',
    from: { path: '^main/services/' },
    to: { path: '^main/(resources/|db/(open|migrate|migrations/))', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'ipc-only-listens',
    comment:
      'Listening, checking and answering happen once, apart from the work. Register a service with it from the composition root.',
    from: { path: '^main/ipc/' },
    to: { pathNot: ['^main/ipc/', '^src/', electron] },
  },
  {
    name: 'machines-behind-ports',
    comment:
      'Printers, sticks and servers are swapped behind a port. Import nothing from another part of main; join them in the composition root.',
    from: { path: `^main/(${machineFolders})/` },
    to: { path: '^(main|renderer)/', pathNot: '^main/$1/' },
  },
  {
    name: 'commands-run-without-electron',
    comment:
      'Headless commands run under Node, where there is no Electron. Move what they share with the application out of the file that imports it.',
    from: { path: '^main/cli/' },
    to: { path: electron, reachable: true },
  },
  {
    name: 'preload-is-thin',
    comment:
      'The preload runs beside the page and is the wall between it and main. It passes calls on; do the work behind `main/ipc`.',
    from: { path: String.raw`^main/preload\.ts$` },
    to: { pathNot: ['^src/', electron] },
  },
  {
    name: 'roots-are-not-imported',
    comment:
      'Composition roots join the parts and are joined to nothing. Move what you need out of the root into its own file.',
    from: {},
    to: {
      path: [
        String.raw`^main/(main|engine|read-worker|code-worker|link-worker|print-pages|preload)\.ts$`,
        '^main/cli/',
      ],
    },
  },
  {
    name: 'code-knows-no-tests',
    comment: 'What ships may not lean on what tests it. Move the shared part into `src`.',
    from: { path: '^(src|main|renderer)/' },
    to: { path: '^(tests|scripts)/' },
  },
]

/** What leads nowhere breaks one rule, `everything-resolves`, and not every list of what is allowed as well. */
function onlyWhatResolves({ name, to, scope }) {
  const special = scope === 'folder' || to.reachable === true || name === 'everything-resolves'
  return special ? to : { couldNotResolve: false, ...to }
}

module.exports = {
  forbidden: rules.map(rule => ({ severity: 'error', ...rule, to: onlyWhatResolves(rule) })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`\.config\.ts$` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
}
