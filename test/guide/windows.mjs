// Windows as a reader sees them, as small HTML pages: the command prompt, the Explorer, a worksheet.

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")

const STYLE = `
* { margin: 0; padding: 0; box-sizing: border-box }
body { width: max-content; background: #fff; font: 15px/1.5 sans, han }
.window { border: 1px solid #8a8a8a; width: var(--width) }
.title { background: #fff; padding: 6px 12px; font-size: 13px; display: flex; justify-content: space-between }
.title span { letter-spacing: 14px; color: #555 }
pre { font: 15px/1.45 mono, han; white-space: pre-wrap; line-break: anywhere; padding: 8px 10px 12px }
.prompt pre { background: #0c0c0c; color: #ccc }
.prompt b { color: #fff }
.bar { display: flex; gap: 10px; align-items: center; padding: 6px 12px; background: #f3f3f3; border-block: 1px solid #ddd }
.address { flex: 1; border: 2px solid #0067c0; background: #fff; padding: 2px 8px; font-family: mono, han }
.note { color: #b00020; font-weight: bold }
.files { padding: 8px 20px 12px; columns: 2 }
.files div::before { content: "■ "; color: #e3b341 }
.files div.file::before { color: #9aa4af }
table { border-collapse: collapse; table-layout: fixed; font: 13px/1.35 sans, han }
td, th { border: 1px solid #bfbfbf; padding: 2px 5px; vertical-align: top; overflow: hidden; overflow-wrap: anywhere }
th { background: #f0f0f0; color: #555; font-weight: normal; text-align: center }
.s2 { background: #e7e6e6; font-weight: bold } .s3 { background: #fff2cc } .s4 { background: #f7f7f7 }
.s5 { font-size: 20px; font-weight: bold } .s6 { background: #d9e2ec; font-weight: bold } .s8 { color: #595959; font-size: 12px }
`

/** A page around windows. Fonts are the program's own, so that every machine makes the same picture. */
export function page(fonts, ...windows) {
    const faces = [
        ["sans", "NotoSans-Regular.ttf"],
        ["han", "NotoSansSC-Regular.ttf"],
    ].map(([name, file]) => `@font-face { font-family: ${name}; src: url("file://${fonts}/${file}") }`)
    const mono = `@font-face { font-family: mono; src: local("DejaVu Sans Mono") }`
    return `<!doctype html><meta charset="utf-8"><style>${faces.join("")}${mono}${STYLE}</style>${windows.join("")}`
}

function frame(kind, title, width, body) {
    return `<div class="window ${kind}" style="--width: ${width}px"><div class="title">${escaped(title)}<span>—▢✕</span></div>${body}</div>`
}

/** The command prompt; each entry is what was typed and what the program answered. */
export function prompt(folder, entries, width = 860) {
    const lines = entries.map(
        ({ typed, answer }) => `${escaped(folder)}&gt;<b>${escaped(typed)}</b>\n${escaped(answer)}`,
    )
    return frame("prompt", "命令提示符", width, `<pre>${lines.join("\n")}</pre>`)
}

/** The Explorer with a word typed into its address bar. */
export function explorer(folder, typed, folders, files, note, width = 640) {
    const list = [
        ...folders.map((name) => `<div>${name}</div>`),
        ...files.map((name) => `<div class="file">${name}</div>`),
    ]
    return frame(
        "explorer",
        folder,
        width,
        `<div class="bar">← → ↑<div class="address">${typed}</div><span class="note">${note}</span></div><div class="files">${list.join("")}</div>`,
    )
}

/** The first rows and columns of a worksheet, from the XML that is in the workbook. */
export function sheet(title, xml, { rows, columns, scale = 7 }) {
    const widths = [...xml.matchAll(/<col min="(\d+)"[^>]* width="([\d.]+)"/g)].slice(0, columns)
    const cells = (row) =>
        Array.from({ length: columns }, (_, i) => {
            const name = String.fromCharCode(65 + i)
            const [, style = "0", inside = ""] =
                new RegExp(`<c r="${name}\\d+" s="(\\d+)"(?:/>|[^>]*>(.*?)</c>)`).exec(row) ?? []
            const text = (/<t[^>]*>([\s\S]*?)<\/t>/.exec(inside)?.[1] ?? "").replaceAll("&#10;", "<br>")
            return { style, text }
        })
    const lines = [...xml.matchAll(/<row r="(\d+)"[^>]*>([\s\S]*?)<\/row>/g)]
        .filter(([, number]) => rows.includes(Number(number)))
        .map(([, number, row]) => {
            const all = cells(row)
            // Titles and guidance run over the whole width.
            const wide = ["5", "6", "7"].includes(all[0].style)
            const shown = wide
                ? `<td class="s${all[0].style}" colspan="${columns}">${all[0].text}</td>`
                : all.map(({ style, text }) => `<td class="s${style}">${text}</td>`).join("")
            return `<tr><th>${number}</th>${shown}</tr>`
        })
    const head = widths.map(([, at]) => `<th>${String.fromCharCode(64 + Number(at))}</th>`).join("")
    const columnWidths = widths.map(([, , width]) => Math.round(Number(width) * scale))
    const cols = columnWidths.map((width) => `<col style="width: ${width}px">`).join("")
    const width = columnWidths.reduce((sum, one) => sum + one, 36)
    return frame(
        "sheet",
        `${title} - 表格`,
        width + 2,
        `<table style="width: ${width}px"><col style="width: 36px">${cols}<tr><th></th>${head}</tr>${lines.join("")}</table>`,
    )
}
