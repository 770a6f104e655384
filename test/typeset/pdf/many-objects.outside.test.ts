import { PDFContext, PDFNumber } from "pdf-lib"
import { expect, test } from "vitest"
import { readAll } from "../../../src/base/source.ts"
import { serialise } from "../../../src/typeset/pdf/serialise.ts"

test("a file of more objects than a call takes arguments is written whole", async () => {
    const objects = 130_000
    const ctx = PDFContext.create()
    const one = PDFNumber.of(1)
    for (let i = 0; i < objects; i++) ctx.register(one)
    const file = await readAll(await serialise(ctx, () => ({ update: () => undefined, hex: () => "0".repeat(64) })))
    const [, size] = /\/Size (\d+)/.exec(new TextDecoder("latin1").decode(file.slice(-1_000_000))) ?? []
    expect(Number(size)).toBeGreaterThan(objects)
})
