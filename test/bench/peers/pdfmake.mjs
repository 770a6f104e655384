import pdfmake from "pdfmake"
import { measured } from "../measured.mjs"

const [, , input, output] = process.argv
pdfmake.setLocalAccessPolicy(() => true)
pdfmake.setUrlAccessPolicy(() => false)

await measured(input, output, (text) => {
    const { fonts, ...document } = JSON.parse(text)
    pdfmake.setFonts(fonts)
    const { footer } = document
    // The one part of a pdfmake document that is no JSON.
    document.footer = (page, count) => ({ ...footer, text: `第 ${page} 页 / 共 ${count} 页` })
    return pdfmake.createPdf(document).getBuffer()
})
