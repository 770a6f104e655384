import type { Block, DocumentModel } from "../../src/typeset/document/blocks.ts"
import { createFontSet } from "../../src/typeset/font/fonts.ts"
import { layoutDocument } from "../../src/typeset/layout/layout-document.ts"
import type { PlacedDocument } from "../../src/typeset/layout/pages/placed.ts"
import { openFont } from "../typeset/font/files.ts"

/** A report of all characters that a case can be expected to hold. */

export const fonts = createFontSet(openFont)

/** First and last byte pairs of the assigned cells of GB 2312-1980: rows 1 to 9, then hanzi of both levels. */
const ASSIGNED = [
    [0xa1a1, 0xa1fe],
    [0xa2b1, 0xa2e2],
    [0xa2e5, 0xa2ee],
    [0xa2f1, 0xa2fc],
    [0xa3a1, 0xa3fe],
    [0xa4a1, 0xa4f3],
    [0xa5a1, 0xa5f6],
    [0xa6a1, 0xa6b8],
    [0xa6c1, 0xa6d8],
    [0xa7a1, 0xa7c1],
    [0xa7d1, 0xa7f1],
    [0xa8a1, 0xa8ba],
    [0xa8c5, 0xa8e9],
    [0xa9a4, 0xa9ef],
    ...Array.from({ length: 0xf7 - 0xb0 + 1 }, (_, i) => {
        const row = (0xb0 + i) << 8
        return [row + 0xa1, row + (0xb0 + i === 0xd7 ? 0xf9 : 0xfe)] as const
    }),
] as const

export function gb2312(): string {
    const bytes = ASSIGNED.flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, i) => [(first + i) >> 8, (first + i) & 0xff]).flat(),
    )
    return new TextDecoder("gb18030", { fatal: true }).decode(Uint8Array.from(bytes))
}

/** Rare hanzi for names: steps of fixed width through three blocks, those that the fonts have. */
export function rareHanzi(): string {
    const blocks = [
        [0x4e00, 0x9fa5, 200],
        [0x3400, 0x4db5, 150],
        [0x20000, 0x2a6d6, 150],
    ] as const
    return blocks
        .map(([first, last, count]) => {
            const all = Array.from({ length: last - first + 1 }, (_, i) =>
                String.fromCodePoint(first + ((i * 7919) % (last - first + 1))),
            )
            return all
                .filter((c) => fonts.missing(c, { family: "serif", weight: 400 }).length === 0)
                .slice(0, count)
                .join("")
        })
        .join("")
}

function range(first: number, last: number): string {
    return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join("")
}

export const SECTIONS: readonly (readonly [title: string, text: string])[] = [
    ["国标一级、二级汉字和符号", gb2312()],
    ["罕用字", rareHanzi()],
    ["异体选择", "葛\u{E0100}城葛\u{E0101}飾辻\u{E0100}"],
    ["部首与汉字", "⼀一⼈人⽇日⽉月⽊木⽔水⽕火⾦金⻜飞⺠民⻚页⻓长⻄西⻋车⻔门⻢马⻥鱼⻦鸟"],
    ["全角和半角", `${range(0xff01, 0xff5e)}${range(0xff61, 0xff9f)}￠￡￥￦`],
    ["横线", "‐ ‑ ‒ – — ― ⸺ － ﹣ 甲——乙 a—b 一—二"],
    ["引号", "“甲”‘乙’ “a” ‘b’ don’t 「丙」『丁』 《戊》〈己〉 \"x\" 'y' «z»"],
    ["记号", "☐☑☒✔✓✗★☆♥♦●○■□▲△→←↑↓⇒℃№‰±×÷≈≠≤≥∞√∑∫①⑩⑳㈠㈩Ⅰⅹ"],
    ["货币和单位", "¥￥$€£₿₮₽㎡㎏㏄ ½ ¼ ² ³ µ Ω ° ′ ″"],
    ["表情", "😀😂🙏👍🏽👨‍👩‍👧🇨🇳❤️☎️✉️1️⃣#️⃣🧾💰🔑🕐🀄"],
    ["外文", "ÄÖÜäöüß ÇçÑñÉéÈèÊêŁłŐőŠšŽž Ωμαβγδ ЖжИиЫы Ảấệ ə ʻ e\u0301 x\u0302"],
    ["省略和间隔", "……⋯ · • ‧ 买买提·吐尔逊 John·Smith"],
]

export function model(sections: readonly (readonly [string, string])[]): DocumentModel {
    const blocks = [["全部字符", ""] as const, ...sections].flatMap(([title, text], i): Block[] => {
        const heading: Block = { kind: "heading", level: i === 0 ? 1 : 2, inlines: [{ kind: "text", text: title }] }
        const clusters = [...new Intl.Segmenter("zh").segment(text)].map(({ segment }) => segment)
        const lines = Array.from({ length: Math.ceil(clusters.length / 400) }, (_, k): Block => {
            const part = clusters.slice(400 * k, 400 * (k + 1)).join("")
            return { kind: "paragraph", inlines: [{ kind: "text", text: part }], style: "plain" }
        })
        return [heading, ...lines]
    })
    return { title: "全部字符", lang: "zh-CN", style: "report", blocks } as DocumentModel
}

/** The report, laid out. */
export function everyCharacter(): PlacedDocument {
    return layoutDocument(model(SECTIONS), fonts, { head: "页眉 · Head", foot: { ref: "LX-0000" } })
}
