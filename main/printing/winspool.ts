import koffi from 'koffi'
import type { SpoolerApi } from './spool-raw'

/**
 * The spooler of Windows, `winspool.drv`, through koffi. A wrong signature ends the whole process: it is loaded in a process
 * of its own (`raw-spooler.ts`) and nowhere else. Run with Windows' Node under Wine; not yet on Windows.
 */
export function openWinspool(): SpoolerApi {
  const library = koffi.load('winspool.drv')
  koffi.struct('DOC_INFO_1W', { pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' })
  const openPrinter = library.func(
    'int __stdcall OpenPrinterW(str16 name, _Out_ void **handle, void *defaults)',
  )
  const startDocument = library.func(
    'uint32_t __stdcall StartDocPrinterW(void *handle, uint32_t level, const DOC_INFO_1W *info)',
  )
  const startPage = library.func('int __stdcall StartPagePrinter(void *handle)')
  const write = library.func(
    'int __stdcall WritePrinter(void *handle, const void *bytes, uint32_t count, _Out_ uint32_t *written)',
  )
  const endPage = library.func('int __stdcall EndPagePrinter(void *handle)')
  const endDocument = library.func('int __stdcall EndDocPrinter(void *handle)')
  const abort = library.func('int __stdcall AbortPrinter(void *handle)')
  const close = library.func('int __stdcall ClosePrinter(void *handle)')
  return {
    open(queueName) {
      const handle: unknown[] = [null]
      return openPrinter(queueName, handle, null) === 0 ? null : handle[0]
    },
    startDocument: (handle, title) =>
      Number(startDocument(handle, 1, { pDocName: title, pOutputFile: null, pDatatype: 'RAW' })),
    startPage: handle => startPage(handle) !== 0,
    write(handle, bytes) {
      const written = [0]
      return write(handle, bytes, bytes.length, written) === 0 ? 0 : Number(written[0])
    },
    endPage: handle => endPage(handle) !== 0,
    endDocument: handle => endDocument(handle) !== 0,
    abort: handle => abort(handle) !== 0,
    close: handle => close(handle) !== 0,
  }
}
