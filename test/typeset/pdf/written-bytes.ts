import { readAll } from "../../../src/base/source.ts"
import { writePdf as writeSource } from "../../../src/typeset/pdf/write.ts"

/** The whole file of a document. */
export async function writePdf(...args: Parameters<typeof writeSource>): Promise<Uint8Array> {
    return readAll(await writeSource(...args))
}
