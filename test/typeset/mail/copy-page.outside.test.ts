import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { writeCopyPage } from "../../../src/typeset/mail/copy-page.ts"
import { outside, scratch } from "../../cli/run.ts"
import { tool } from "../../tool.ts"
import { HOSTILE, page } from "./hostile-page.ts"

test.skipIf(!tool("chromium"))(
    "in a browser there is one button for each value to copy, and nothing hostile runs",
    () => {
        const path = join(scratch(), "page.html")
        writeFileSync(path, writeCopyPage(page(HOSTILE)))
        const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
        const dom = outside("chromium", [...flags, `file://${path}`])
        expect(dom.match(/<button type="button">复制<\/button>/g)).toHaveLength(1)
        expect(dom).not.toContain("<title>owned")
    },
)
