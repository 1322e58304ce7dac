import { FuseV1Options, FuseVersion } from '@electron/fuses'
import { FusesPlugin } from '@electron-forge/plugin-fuses'
import type { ForgeConfig } from '@electron-forge/shared-types'
import { buildAll } from './scripts/build.mjs'

/** A package for end-to-end tests keeps Node's inspector, which Playwright needs. Never publish one. */
const forTests = process.env.E2E_BUILD === '1'

/**
 * What goes into the package: the bundles, the resources, and the native packages the bundles load, without their
 * sources and without the binaries of other systems. Everything else is in the bundles already.
 */
const shipped = [
  /^\/package\.json$/,
  /^\/LICENSE$/,
  /^\/\.vite(\/(build|renderer)(\/.*)?)?$/,
  /^\/resources(\/.*)?$/,
  /^\/node_modules$/,
  /^\/node_modules\/better-sqlite3(-multiple-ciphers)?(\/(package\.json|LICENSE|lib(\/.*)?|prebuilds(\/.*)?))?$/,
  /^\/node_modules\/koffi(\/(package\.json|LICENSE\.txt|index\.c?js|lib(\/.*)?|src(\/koffi(\/index\.c?js|\/src(\/.*)?)?)?))?$/,
  /^\/node_modules\/@koromix(\/koffi-[^/]*(\/.*)?)?$/,
  /^\/node_modules\/@napi-rs(\/canvas[^/]*(\/.*)?)?$/,
]

const otherSystems = ['darwin', 'linux', 'linuxmusl', 'win32'].filter(system => system !== process.platform)
const leftOut = [
  /\.map$/,
  new RegExp(`^/node_modules/better-sqlite3[^/]*/prebuilds/(${otherSystems.join('|')})-`),
  /^\/node_modules\/better-sqlite3[^/]*\/prebuilds\/.*arm64/,
  /^\/\.vite\/build\/cli/,
]

const config: ForgeConfig = {
  packagerConfig: {
    name: 'diem-tiem',
    executableName: 'diem-tiem',
    asar: { unpack: '**/*.node' },
    prune: false,
    ignore: file =>
      file !== '' && (!shipped.some(path => path.test(file)) || leftOut.some(path => path.test(file))),
    // Where the network cannot be reached: a folder with `electron-v<version>-<platform>-<arch>.zip`.
    ...(process.env.ELECTRON_ZIP_DIR ? { electronZipDir: process.env.ELECTRON_ZIP_DIR } : {}),
  },
  // All native parts use Node-API and bring their binary along: nothing is compiled for one Electron.
  rebuildConfig: { onlyModules: [] },
  hooks: { generateAssets: () => buildAll() },
  plugins: [
    new FusesPlugin({
      version: FuseVersion.V1,
      [FuseV1Options.RunAsNode]: false,
      [FuseV1Options.EnableCookieEncryption]: true,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: forTests,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
      [FuseV1Options.OnlyLoadAppFromAsar]: true,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    }),
  ],
}

export default config
