import { writeFileSync } from "node:fs"
import { test } from "vitest"
import { writePdf } from "../../src/pdf/write.ts"
import { documentOfLines, fonts, fullDocument, HARD_LINES } from "./sample.ts"
test("x", async () => {
    const o = { creationDate: "2026-03-21T09:30:00+08:00", neutral: false }
    for (let i = 0; i < 2; i++) { const t = performance.now(); writeFileSync("/tmp/full.pdf", await writePdf(fullDocument(), fonts, o)); console.log(performance.now() - t) }
    writeFileSync("/tmp/hard.pdf", await writePdf(documentOfLines(HARD_LINES), fonts, o))
})
