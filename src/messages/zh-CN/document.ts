import type { DocumentIssues, FontRule, PictureFeature } from "../../base/issues/document.ts"
import type { Messages } from "../message.ts"

export const documentIssues: Messages<DocumentIssues> = {
    "document.field.missing": (p) => ({
        message: `模板 ${place(p)} 需要字段“${p.field}”，数据中没有`,
        hint: "请补上该字段，或在模板中用 {{#if}} 判断",
    }),
    "document.field.not-list": (p) => ({
        message: `模板 ${place(p)} 要逐项列出“${p.field}”，它不是列表`,
        hint: "请在数据中把它写成列表",
    }),
    "document.field.not-text": (p) => ({
        message: `模板 ${place(p)} 要打印“${p.field}”，它不是文字或数字，而是 ${p.found}`,
        hint: "请打印它的某一项，或在数据中先换成文字",
    }),
    "document.template.attribute-missing": (p) => ({
        message: `模板 ${place(p)}：<${p.element}> 缺属性 ${p.attribute}`,
        hint: "请补上该属性",
    }),
    "document.template.attribute-unknown": (p) => ({
        message: `模板 ${place(p)}：<${p.element}> 不能用属性 ${p.attribute}`,
        hint: "可用的属性见 templates/README.md",
    }),
    "document.template.attribute-value": (p) => ({
        message: `模板 ${place(p)}：<${p.element}> 的属性 ${p.attribute} 不能是“${p.value}”`,
        hint: "可用的值见 templates/README.md",
    }),
    "document.template.block-in-tag": (p) => ({
        message: `模板 ${place(p)}：标签内部不能写 {{#...}}`,
        hint: '属性值请改用 {{choose 条件 "是" "否"}}',
    }),
    "document.template.block-uneven": (p) => ({
        message: `模板 ${place(p)}：{{#...}} 的各个分支没有把其中打开的标签关好`,
        hint: "请在同一分支内打开并关闭标签",
    }),
    "document.template.element-unclosed": (p) => ({
        message: `模板 ${place(p)}：<${p.element}> 没有结束标签`,
        hint: `请写上 </${p.element}>`,
    }),
    "document.template.element-unknown": (p) => ({
        message: `模板 ${place(p)}：不能用标签 <${p.element}>`,
        hint: "可用的标签见 templates/README.md",
    }),
    "document.template.end-stray": (p) => ({
        message: `模板 ${place(p)}：</${p.element}> 没有对应的开始标签`,
        hint: "请删去它，或补上开始标签",
    }),
    "document.template.helper-misused": (p) => ({
        message: `模板 ${place(p)}：helper “${p.helper}”用法不对（${p.detail}）`,
        hint: "用法见 templates/README.md",
    }),
    "document.template.helper-unknown": (p) => ({
        message: `模板 ${place(p)}：没有“${p.helper}”这个 helper，或写法不受支持`,
        hint: "可用的 helper 见 templates/README.md",
    }),
    "document.template.markup-raw": (p) => ({
        message: `模板 ${place(p)}：“${p.text}”不是标签，也没有转义`,
        hint: "请把 < 写成 &lt;",
    }),
    "document.template.nesting-bad": (p) => ({
        message: `模板 ${place(p)}：<${p.element}> 不能直接放在 <${p.parent}> 里`,
        hint: "请改到允许的位置，见 templates/README.md",
    }),
    "document.template.override-unknown": (p) => ({
        message: `没有与“${p.file}”对应的模板，该文件不会起作用`,
        hint: `请按原模板的文件夹和文件名存放，例如 ${p.proposed}`,
    }),
    "document.template.partial-endless": (p) => ({
        message: `模板 ${place(p)}：片段“${p.partial}”一直在引用自己`,
        hint: "请去掉循环引用",
    }),
    "document.template.partial-unknown": (p) => ({
        message: `模板 ${place(p)}：没有名为“${p.partial}”的片段`,
        hint: "请检查片段的名称",
    }),
    "document.template.root": (p) => ({
        message: `模板 ${place(p)}：最外层须是一个 <article class="…" lang="…">，其中第一个标签须是 <title>`,
        hint: "请按 templates/README.md 的例子改",
    }),
    "document.template.syntax": (p) => ({
        message: `模板 ${place(p)} 无法解析：${p.detail}`,
        hint: "请检查该处的 {{ }} 是否成对",
    }),
    "document.template.text-misplaced": (p) => ({
        message: `模板 ${place(p)}：文字“${p.text}”不能直接放在 <${p.parent}> 里`,
        hint: "请放进 <p> 等段落标签",
    }),
    "document.template.unescaped": (p) => ({
        message: `模板 ${place(p)}：不能用 {{{ }}} 或 {{& }}，数据必须转义后打印`,
        hint: "请改用 {{ }}",
    }),
    "layout.character.missing": (p) => ({
        message: `“${p.character}”（${p.codePoint}）印不出来：字体中没有，或所属文字需要本程序没有的排版；它出现在“${p.context}”`,
        hint: "请换一个写法，或用文字说明该字符",
    }),
    "layout.image.missing": (p) => ({
        message: `文件中用到图片“${p.image}”，没有提供`,
        hint: "请提供该图片，或从文件中去掉",
    }),
    "layout.style.unknown": (p) => ({
        message: `版式中没有“${p.style}”（用于${p.element}）`,
        hint: "可用的样式名见 templates/README.md",
    }),
    "font.file.unreadable": (p) => ({
        message: `字体文件 fonts/${p.file} 缺失或已损坏`,
        hint: "请重新安装本程序",
    }),
    "font.glyph.missing": (p) => ({
        message: `随附字体中没有这些字符：${p.characters.map(named).join("、")}`,
        hint: "请换一个写法，或用文字说明该字符",
    }),
    "font.user.restricted": (p) => ({
        message: `字体文件 ${p.file} 自带的许可标记${FORBIDDEN[p.rule]}`,
        hint: "请换一个允许嵌入的字体文件",
    }),
    "font.user.unreadable": (p) => ({
        message: `字体文件 ${p.file} 无法使用：不是带轮廓的 TrueType、OpenType、WOFF 或 WOFF2 字体，或已损坏`,
        hint: "请换一个字体文件",
    }),
    "pdf.foreign.damaged": (p) => ({
        message: `“${p.image}”不是可读取的 PDF，文件可能已损坏`,
        hint: "请用阅读软件打开确认；能打开的，另存或打印为新的 PDF 后再试",
    }),
    "pdf.foreign.encrypted": (p) => ({
        message: `“${p.image}”是加密的 PDF，页面无法放入文书`,
        hint: "请提供不加密的 PDF，或提供页面的扫描图片；加密的原件仍可作为证据原样保留",
    }),
    "pdf.foreign.page-absent": (p) => ({
        message: `“${p.image}”只有 ${String(p.pages)} 页，没有第 ${String(p.page)} 页`,
    }),
    "pdf.image.damaged": (p) => ({
        message: `图片“${p.image}”的数据不完整或已损坏，无法放入文书`,
        hint: "请重新取得该图片；原文件仍可作为证据原样保留",
    }),
    "pdf.image.unsupported": (p) => ({
        message: `图片“${p.image}”采用了${FEATURES[p.feature]}，PDF 无法收入`,
        hint: "请另存为普通的 JPEG 或 PNG 后用于文书；原文件仍可作为证据原样保留",
    }),
}

/** Where in a template: name, line, column. */
function place(p: { template: string; line: number; column: number }): string {
    return `${p.template} 第${String(p.line)}行第${String(p.column)}列`
}

const FEATURES: Readonly<Record<PictureFeature, string>> = {
    "arithmetic-coding": "算术编码的 JPEG 格式",
    lossless: "无损 JPEG 格式",
    precision: "每色超过 8 位的 JPEG 格式",
    "too-large": "过大的像素尺寸",
}

/** A character with its code point, for those that look like nothing. */
function named(character: string): string {
    const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")
    return /[\p{C}\p{Z}\p{M}]/u.test(character) ? `U+${codePoint}` : `${character}（U+${codePoint}）`
}

const FORBIDDEN: Readonly<Record<FontRule, string>> = {
    "no-embedding": "不允许嵌入文档",
    "no-subsetting": "不允许只嵌入一部分字符，而本程序只嵌入用到的字符",
    "bitmaps-only": "只允许嵌入点阵，不允许嵌入轮廓",
}
