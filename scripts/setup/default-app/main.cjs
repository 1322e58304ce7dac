// Electron's own default application, as far as we need it: load the folder named on the command line.
const { existsSync, readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')
const { app } = require('electron')

const isApplication = argument => !argument.startsWith('-') && existsSync(join(argument, 'package.json'))
const named = process.argv.slice(1).find(isApplication)
if (!named) {
  console.error('Name the folder of an application.')
  app.exit(1)
} else {
  const folder = resolve(named)
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setAppPath(folder)
  app.setName(about.productName || about.name)
  app.setVersion(about.version)
  require(join(folder, about.main))
}
