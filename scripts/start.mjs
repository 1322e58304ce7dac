/** `npm start`: builds and opens the application. Arguments go to it (`-- --practice`). */
import { spawn } from 'node:child_process'
import { buildAll } from './build.mjs'
import { readJson, root, runtimeFile } from './setup/shared.mjs'

if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error('Không có màn hình. Hãy chạy trong phiên làm việc có màn hình, hoặc: xvfb-run -a npm start')
  console.error('There is no display. Run this in a desktop session, or: xvfb-run -a npm start')
  process.exit(1)
}

await buildAll()
const runtime = readJson(runtimeFile)
// Chromium's sandbox refuses to run as root, which is what containers are.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const child = spawn(runtime.electronExecutable, [...asRoot, root, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ...(runtime.nativeBinding ? { DIEM_TIEM_NATIVE_BINDING: runtime.nativeBinding } : {}),
  },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('close', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
