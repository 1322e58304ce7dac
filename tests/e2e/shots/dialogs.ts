import type { Desk } from '../support/desk'

/** From now on whoever asks for a file or a folder gets this one. */
export async function answerDialogs({ launched }: Desk, path: string): Promise<void> {
  await launched.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, path)
}
