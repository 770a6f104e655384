import { readFileSync, writeFileSync } from "node:fs"
import { readAll } from "../../src/base/source.ts"
import { renderDocument } from "../../src/typeset/document/render-document.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import "../../src/node/start.ts"
import { nodeHost } from "../../src/node/host.ts"
import { writePdf } from "../../src/typeset/pdf/write.ts"
import { measured } from "./measured.mjs"

// The way of every document of lerpack, from one template to one PDF; bundled as the command line is. With an output
// that ends in `.json` the document model alone, from which the peers' inputs are made.

const [, , template, output, data] = process.argv
const host = nodeHost()
const fonts = createFontSet((name) => host.font(name))

function read(source) {
    return renderDocument(source, template, data === undefined ? {} : JSON.parse(readFileSync(data, "utf8")))
}

if (output.endsWith(".json")) writeFileSync(output, JSON.stringify(read(readFileSync(template, "utf8"))))
else
    await measured(template, output, async (source) => {
        const placed = layoutDocument(read(source), fonts)
        const options = { creationDate: "2024-01-01T00:00:00Z", neutral: true, sha256: host.sha256 }
        return readAll(await writePdf(placed, fonts, options))
    })
