import { createHash } from "node:crypto"
import { vi } from "vitest"
import { readAll } from "../../src/base/source.ts"
import type { PlacedDocument } from "../../src/typeset/layout/pages/placed.ts"
import type { Laid } from "../typeset/layout/sample-pages.ts"

/**
 * Remembers every document that is written in this process, by the hash of its bytes, so that a file of the sample can
 * be held against the very pages it was made from. Import it before anything that writes.
 */
export const written = new Map<string, PlacedDocument>()

/** Every document that is laid out in this process, in order. */
export const laid: Laid[] = []

export function hashOf(bytes: Uint8Array): string {
    return createHash("sha256").update(bytes).digest("hex")
}

vi.mock("../../src/typeset/pdf/write.ts", async (original) => {
    const module = await original<typeof import("../../src/typeset/pdf/write.ts")>()
    return {
        ...module,
        async writePdf(...args: Parameters<typeof module.writePdf>) {
            const source = await module.writePdf(...args)
            written.set(hashOf(await readAll(source)), args[0])
            return source
        },
    }
})

vi.mock("../../src/typeset/layout/layout-document.ts", async (original) => {
    const module = await original<typeof import("../../src/typeset/layout/layout-document.ts")>()
    const layoutDocument: typeof module.layoutDocument = (model, fonts, options) => {
        const doc = module.layoutDocument(model, fonts, options)
        laid.push({ style: model.style, doc })
        return doc
    }
    return { ...module, layoutDocument }
})
