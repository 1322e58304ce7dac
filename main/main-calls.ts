import { type BrowserWindow, dialog } from 'electron'
import { refused } from '../src/contract/answers'
import type { Actor, Answer, AnswerText, Call, RequestOf, ResponseOf } from '../src/contract/call'
import { saveExport } from '../src/contract/export-calls'
import { chooseImportFile, stageImportFile } from '../src/contract/import-calls'
import { signIn, signOut, switchMode } from '../src/contract/point-calls'
import { openCallScreen } from '../src/contract/queue-calls'
import { chooseScheduleFile, previewScheduleFile } from '../src/contract/schedule-calls'
import type { CallScreen } from './call-screen'
import { chooseFile } from './exchange/choose-file'
import type { CourierDeskParts } from './exchange/courier/courier-desk'
import { saveExportedFile } from './exchange/save-file'
import type { EngineLink, EngineSettings } from './ipc/engine-link'
import type { Request } from './ipc/listen'

/** Looked up at each call, so that a test may stand in for the person in front of the dialog. */
export const showDialog: Parameters<typeof chooseFile>[2] = options => dialog.showOpenDialog(options)

export const showFolderDialog: CourierDeskParts['showOpenDialog'] = options => dialog.showOpenDialog(options)

export const showSaveDialog: Parameters<typeof saveExportedFile>[2] = options =>
  dialog.showSaveDialog(options)

/** What main knows of the moment: which database, who has signed in, which window. */
export type Desk = {
  mode: EngineSettings['mode']
  actor: Actor | null
  window: BrowserWindow | null
}

export type MainCallParts = {
  readonly desk: Desk
  readonly engine: EngineLink
  readonly printing: ReadonlyMap<string, (payload: unknown) => Promise<Answer<unknown>>>
  readonly ask: <C extends Call>(call: C, payload: RequestOf<C>) => Promise<Answer<ResponseOf<C>>>
  /** What certificates and courier sticks need of files. */
  readonly files: ReadonlyMap<string, (payload: unknown) => Promise<Answer<unknown>>>
  readonly callScreen: Pick<CallScreen, 'open' | 'reload'>
}

/** Where a window's request goes: to the print desk, to main's own few calls, or on to the engine. */
export function createMainCalls(parts: MainCallParts) {
  const { desk, engine, printing, ask, files, callScreen } = parts

  async function openMode(mode: EngineSettings['mode']): Promise<Answer<unknown>> {
    desk.mode = mode
    desk.actor = null
    await engine.restart()
    desk.window?.webContents.reload()
    callScreen.reload()
    return { ok: true, value: {} }
  }

  return {
    async serveInEngine({ call, ...rest }: Request): Promise<AnswerText> {
      const said = await engine.askForText({ name: call.name, ...rest })
      if (call.name === signIn.name) desk.actor = whoSignedIn(said) ?? desk.actor
      return said
    },

    async serveHere({ call, payload }: Request): Promise<Answer<unknown>> {
      const printCall = printing.get(call.name)
      if (printCall) return printCall(payload)
      const fileCall = files.get(call.name)
      if (fileCall) return fileCall(payload)
      switch (call.name) {
        case signOut.name:
          desk.actor = null
          return { ok: true, value: {} }
        case switchMode.name:
          return openMode((payload as { mode: EngineSettings['mode'] }).mode)
        case openCallScreen.name:
          return { ok: true, value: callScreen.open() }
        case chooseImportFile.name: {
          const file = await chooseFile('extract', 'import.unreadable', showDialog)
          return file ? ask(stageImportFile, file) : refused('import.cancelled')
        }
        case saveExport.name:
          return saveExportedFile((payload as RequestOf<typeof saveExport>).exportId, ask, showSaveDialog)
        case chooseScheduleFile.name: {
          const file = await chooseFile('schedule', 'schedule-file.unreadable', showDialog)
          return file ? ask(previewScheduleFile, file) : refused('schedule-file.cancelled')
        }
        default:
          return refused('contract.unknown-call')
      }
    },
  }
}

function whoSignedIn(said: AnswerText): Actor | null {
  const answer = JSON.parse(said) as Answer<Actor>
  return answer.ok ? answer.value : null
}
