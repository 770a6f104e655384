import { zlibSync } from "fflate"
import { memorySource } from "../../../src/base/source.ts"
import type { FaceStyle } from "../../../src/typeset/font/face.ts"
import { createFontSet, type FontLibrary } from "../../../src/typeset/font/fonts.ts"
import type {
    Color,
    ImageInput,
    PlacedDocument,
    PlacedItem,
    StructNode,
} from "../../../src/typeset/layout/pages/placed.ts"
import { openFont } from "../font/files.ts"

export const fonts: FontLibrary = createFontSet(openFont)
export const SERIF: FaceStyle = { family: "serif", weight: 400 }
export const BLACK: Color = [0, 0, 0]

/** Lines that other PDF writers lose characters of, or copy wrongly. */
export const HARD_LINES = [
    "部首与汉字：⻜⺠⼀飞民一⻚页⻓长",
    "罕用字：䶮㐂𠮷𬭊龘𪚥",
    "他说“交易”，don’t say “yes”——省略……买买提·吐尔逊",
    "数字 0123456789 与编号 TRX-2023-0321（UTC+8）",
    "勾选 ☑☐☒✓ 箭头 →← 货币 ¥￥$€₿ 单位 ℃№①⑩㈠",
    "项目 • 一 · 二 ‑ 三 - 四 – 五",
    "隐形字符写作 ⟦U+202E⟧",
    "字母 éüñßŁ Ωμ Жи é e\u0301",
]

/** Text as one item; the pen stands at the baseline. */
export function text(content: string, xPt: number, yPt: number, tag: number | "artifact", sizePt = 12): PlacedItem {
    return styled(content, SERIF, xPt, yPt, tag, sizePt)
}
export function styled(
    content: string,
    style: FaceStyle,
    xPt: number,
    yPt: number,
    tag: number | "artifact",
    sizePt: number,
): PlacedItem {
    const glyphs = fonts.shape(content, style)
    return { kind: "text", xPt, yPt, sizePt, glyphs, adjust: [], color: BLACK, tag }
}

/** A document of A4 pages; node 0 is its root. */
export function documentOf(
    pages: readonly (readonly PlacedItem[])[],
    structure: readonly StructNode[],
    images: ReadonlyMap<string, ImageInput> = new Map(),
): PlacedDocument {
    return {
        title: "样例：部分（一）<A & B>",
        lang: "zh-CN",
        pages: pages.map((items) => ({ widthPt: 595.28, heightPt: 841.89, items })),
        structure: [{ role: "Document", parent: undefined }, ...structure],
        outline: [],
        images,
    }
}

/** One paragraph per line. */
export function documentOfLines(lines: readonly string[]): PlacedDocument {
    return documentOf(
        [lines.map((line, i) => text(line, 60, 80 + 24 * i, i + 1))],
        lines.map(() => ({ role: "P", parent: 0 })),
    )
}

/** A page with one picture in a box 400 points wide and high. */
export function documentOfPicture(input: ImageInput): PlacedDocument {
    const item: PlacedItem = { kind: "image", image: "E001", xPt: 100, yPt: 100, widthPt: 400, heightPt: 400, tag: 1 }
    return documentOf([[item]], [{ role: "Figure", parent: 0, alt: "测试图" }], new Map([["E001", input]]))
}

/** Two pages with every kind of item, role and attribute. */
export function fullDocument(): PlacedDocument {
    const structure: StructNode[] = [
        { role: "H1", parent: 0 },
        { role: "P", parent: 0 },
        { role: "Link", parent: 2 },
        { role: "L", parent: 0, listNumbering: "Decimal" },
        { role: "LI", parent: 4 },
        { role: "Lbl", parent: 5 },
        { role: "LBody", parent: 5 },
        { role: "Table", parent: 0 },
        { role: "THead", parent: 8 },
        { role: "TR", parent: 9 },
        { role: "TH", parent: 10, scope: "Column", colSpan: 2 },
        { role: "TH", parent: 10, scope: "Column" },
        { role: "TBody", parent: 8 },
        { role: "TR", parent: 13 },
        { role: "TD", parent: 14 },
        { role: "TD", parent: 14 },
        { role: "TD", parent: 14 },
        { role: "Figure", parent: 0, alt: "灰色方块（样例）" },
        { role: "P", parent: 0, lang: "en" },
        { role: "Note", parent: 0 },
    ]
    const first: PlacedItem[] = [
        text("页眉 Head", 60, 40, "artifact", 9),
        { kind: "line", x1Pt: 60, y1Pt: 46, x2Pt: 535, y2Pt: 46, widthPt: 0.5, color: [0.5, 0.5, 0.5] },
        styled("一、样例标题", { family: "sans", weight: 700 }, 60, 90, 1, 18),
        text("正文在链接之前，", 60, 120, 2),
        text("https://example.example/a?b=(1)", 160, 120, 3),
        link(160, 108, 3),
        text("，链接折行", 60, 140, 3),
        link(60, 128, 3),
        text("之后还有正文。", 130, 140, 2),
        text("1.", 60, 170, 6),
        text("列表第一项", 80, 170, 7),
        { kind: "rect", xPt: 60, yPt: 190, widthPt: 400, heightPt: 24, fill: [0.95, 0.95, 0.95], stroke: BLACK },
        text("表头甲", 65, 206, 11),
        text("表头乙", 300, 206, 12),
        text("单元格", 65, 230, 15),
        text("末格", 300, 230, 17),
        text("第 1 页", 280, 800, "artifact", 9),
    ]
    const second: PlacedItem[] = [
        text("页眉 Head", 60, 40, "artifact", 9),
        { kind: "image", image: "E001", xPt: 60, yPt: 80, widthPt: 200, heightPt: 100, tag: 18 },
        text("A paragraph in English", 60, 210, 19),
        { ...text("夹中文", 220, 210, 19), lang: "zh-CN" } as PlacedItem,
        text("脚注文字", 60, 700, 20, 9),
    ]
    const doc = documentOf([first, second], structure, new Map([["E001", pngInput(grayPng(40, 20))]]))
    return {
        ...doc,
        outline: [
            { title: "一、样例标题", level: 1, page: 0, yPt: 80 },
            { title: "下级", level: 2, page: 0, yPt: 180 },
            { title: "跳级", level: 4, page: 1, yPt: 80 },
            { title: "又一节", level: 1, page: 1, yPt: 200 },
        ],
    }
}

function link(xPt: number, yPt: number, tag: number): PlacedItem {
    return { kind: "link", xPt, yPt, widthPt: 100, heightPt: 15, href: "https://example.example/a?b=(1)", tag }
}

export function pngInput(bytes: Uint8Array): ImageInput {
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    return {
        kind: "png",
        source: memorySource(bytes),
        widthPx: view.getUint32(16),
        heightPx: view.getUint32(20),
        orientation: 1,
    }
}

function grayPng(width: number, height: number): Uint8Array {
    const rows = new Uint8Array((width + 1) * height).fill(0x99)
    for (let y = 0; y < height; y++) rows[y * (width + 1)] = 0
    return png(width, height, 8, 0, zlibSync(rows))
}

/** Puts a PNG file together from finished parts. */
export function png(
    width: number,
    height: number,
    bits: number,
    colorType: number,
    data: Uint8Array,
    extra: { interlace?: number; chunks?: readonly (readonly [string, Uint8Array])[] } = {},
): Uint8Array {
    const header = new Uint8Array(13)
    const view = new DataView(header.buffer)
    view.setUint32(0, width)
    view.setUint32(4, height)
    header.set([bits, colorType, 0, 0, extra.interlace ?? 0], 8)
    const chunks = [["IHDR", header], ...(extra.chunks ?? []), ["IDAT", data], ["IEND", new Uint8Array(0)]] as const
    const parts: Uint8Array[] = [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)]
    for (const [type, content] of chunks) parts.push(chunk(type, content))
    return new Uint8Array(Buffer.concat(parts))
}

function chunk(type: string, content: Uint8Array): Uint8Array {
    const out = Buffer.alloc(12 + content.length)
    out.writeUInt32BE(content.length)
    out.write(type, 4, "latin1")
    out.set(content, 8)
    let crc = 0xffffffff
    for (const byte of out.subarray(4, 8 + content.length)) {
        crc ^= byte
        for (let k = 0; k < 8; k++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
    }
    out.writeUInt32BE(~crc >>> 0, 8 + content.length)
    return new Uint8Array(out)
}
