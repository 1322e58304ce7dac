import { contextBridge, ipcRenderer } from 'electron'

/** The whole of what a page may do: ask by name, and hear what changed. Main checks names, shapes and roles. */
contextBridge.exposeInMainWorld('diemTiem', {
  call: (name: string, envelope: unknown) => ipcRenderer.invoke('call', String(name), envelope),
  onEvent: (listener: (event: unknown) => void) => {
    const hear = (_event: unknown, message: unknown) => listener(message)
    ipcRenderer.on('event', hear)
    return () => {
      ipcRenderer.off('event', hear)
    }
  },
})
