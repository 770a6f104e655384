import type { DocumentIssues, FontRule, PictureFeature } from "../base/issues/document.ts"
import type { Words } from "../base/lang.ts"
import { counted, type Messages, named } from "./message.ts"

/** Where in a template: name, line, column. */
function place({ template, line, column }: { template: string; line: number; column: number }): Words {
    return {
        "zh-CN": `${template} 第${String(line)}行第${String(column)}列`,
        en: `${template}, line ${String(line)}, column ${String(column)}`,
    }
}

const FEATURES: Readonly<Record<PictureFeature, Words>> = {
    "arithmetic-coding": { "zh-CN": "算术编码的 JPEG 格式", en: "arithmetic coding" },
    lossless: { "zh-CN": "无损 JPEG 格式", en: "lossless JPEG" },
    precision: { "zh-CN": "每色超过 8 位的 JPEG 格式", en: "more than 8 bits for each colour of a JPEG" },
    "too-large": { "zh-CN": "过大的像素尺寸", en: "too many pixels" },
}

const FORBIDDEN: Readonly<Record<FontRule, Words>> = {
    "no-embedding": { "zh-CN": "不允许嵌入文档", en: "forbids to embed it in a document" },
    "no-subsetting": {
        "zh-CN": "不允许只嵌入一部分字符，而本程序只嵌入用到的字符",
        en: "forbids to embed a part of it, and only the characters in use are embedded",
    },
    "bitmaps-only": { "zh-CN": "只允许嵌入点阵，不允许嵌入轮廓", en: "permits to embed bitmaps only, not outlines" },
}

const DIFFERENCES = {
    objects: {
        "zh-CN": "里同一内容有几个版本，而文件内部的目录（交叉引用表）残缺或者前后不一致",
        en: "holds several versions of one part, and its cross-reference is broken or contradicts itself",
    },
    pages: { "zh-CN": "的页面结构前后不一致", en: "contradicts itself about its pages" },
    annotations: {
        "zh-CN": "里有批注或者表单栏，没有保存显示的样子，或者要求打开时重新生成",
        en: "has notes or form fields whose look is not saved, or is to be made anew when it is opened",
    },
} as const satisfies Record<string, Words>

export const documentIssues: Messages<keyof DocumentIssues> = {
    "document.field.missing": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]} 需要字段“${p.field}”，数据中没有`,
            hint: "请补上该字段，或在模板中用 {{#if}} 判断",
        },
        en: {
            message: `template ${place(p).en} needs the field "${p.field}", which the data lack`,
            hint: "supply the field, or ask for it with {{#if}} first",
        },
    }),
    "document.field.not-list": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]} 要逐项列出“${p.field}”，它不是列表`,
            hint: "请在数据中把它写成列表",
        },
        en: {
            message: `template ${place(p).en} repeats over "${p.field}", which is not a list`,
            hint: "make it a list in the data",
        },
    }),
    "document.field.not-text": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]} 要打印“${p.field}”，它不是文字或数字，而是 ${p.found}`,
            hint: "请打印它的某一项，或在数据中先换成文字",
        },
        en: {
            message: `template ${place(p).en} prints "${p.field}", which is neither text nor a number but ${p.found}`,
            hint: "print a member of it, or make it text in the data",
        },
    }),
    "document.template.attribute-missing": (p) => ({
        "zh-CN": { message: `模板 ${place(p)["zh-CN"]}：<${p.element}> 缺属性 ${p.attribute}`, hint: "请补上该属性" },
        en: {
            message: `template ${place(p).en}: <${p.element}> lacks the attribute ${p.attribute}`,
            hint: "add the attribute",
        },
    }),
    "document.template.attribute-unknown": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：<${p.element}> 不能用属性 ${p.attribute}`,
            hint: "可用的属性见 templates/README.md",
        },
        en: {
            message: `template ${place(p).en}: <${p.element}> may not have the attribute ${p.attribute}`,
            hint: "see templates/README.md for what may be used",
        },
    }),
    "document.template.attribute-value": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：<${p.element}> 的属性 ${p.attribute} 不能是“${p.value}”`,
            hint: "可用的值见 templates/README.md",
        },
        en: {
            message: `template ${place(p).en}: <${p.element}> may not have ${p.attribute}="${p.value}"`,
            hint: "see templates/README.md for its values",
        },
    }),
    "document.template.block-in-tag": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：标签内部不能写 {{#...}}`,
            hint: '属性值请改用 {{choose 条件 "是" "否"}}',
        },
        en: {
            message: `template ${place(p).en}: a block statement stands inside a tag`,
            hint: 'use {{choose condition "yes" "no"}} as the value of the attribute',
        },
    }),
    "document.template.block-uneven": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：{{#...}} 的各个分支没有把其中打开的标签关好`,
            hint: "请在同一分支内打开并关闭标签",
        },
        en: {
            message: `template ${place(p).en}: a branch of this block opens or closes elements of the outside`,
            hint: "open and close each element within one branch",
        },
    }),
    "document.template.element-unclosed": (p) => ({
        "zh-CN": { message: `模板 ${place(p)["zh-CN"]}：<${p.element}> 没有结束标签`, hint: `请写上 </${p.element}>` },
        en: { message: `template ${place(p).en}: <${p.element}> is not closed`, hint: `write </${p.element}>` },
    }),
    "document.template.element-unknown": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：不能用标签 <${p.element}>`,
            hint: "可用的标签见 templates/README.md",
        },
        en: {
            message: `template ${place(p).en}: the element <${p.element}> may not be used`,
            hint: "see templates/README.md for the elements",
        },
    }),
    "document.template.end-stray": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：</${p.element}> 没有对应的开始标签`,
            hint: "请删去它，或补上开始标签",
        },
        en: {
            message: `template ${place(p).en}: </${p.element}> closes nothing`,
            hint: "remove it or add its start tag",
        },
    }),
    "document.template.helper-misused": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：helper “${p.helper}”用法不对（${p.detail}）`,
            hint: "用法见 templates/README.md",
        },
        en: {
            message: `template ${place(p).en}: the helper "${p.helper}" is misused: ${p.detail}`,
            hint: "see templates/README.md for its use",
        },
    }),
    "document.template.helper-unknown": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：没有“${p.helper}”这个 helper，或写法不受支持`,
            hint: "可用的 helper 见 templates/README.md",
        },
        en: {
            message: `template ${place(p).en}: there is no helper "${p.helper}", or not in this form`,
            hint: "see templates/README.md for the helpers",
        },
    }),
    "document.template.markup-raw": (p) => ({
        "zh-CN": { message: `模板 ${place(p)["zh-CN"]}：“${p.text}”不是标签，也没有转义`, hint: "请把 < 写成 &lt;" },
        en: { message: `template ${place(p).en}: "${p.text}" is neither a tag nor escaped`, hint: "write &lt; for <" },
    }),
    "document.template.nesting-bad": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：<${p.element}> 不能直接放在 <${p.parent}> 里`,
            hint: "请改到允许的位置，见 templates/README.md",
        },
        en: {
            message: `template ${place(p).en}: <${p.element}> may not stand directly in <${p.parent}>`,
            hint: "move it; templates/README.md says where it may stand",
        },
    }),
    "document.template.override-unknown": (p) => ({
        "zh-CN": {
            message: `没有与“${p.file}”对应的模板，该文件不会起作用`,
            hint: `请按原模板的文件夹和文件名存放，例如 ${p.proposed}`,
        },
        en: {
            message: `${p.file} replaces no template and would have no effect`,
            hint: `use the folder and file name of the template, for example ${p.proposed}`,
        },
    }),
    "document.template.partial-endless": (p) => ({
        "zh-CN": { message: `模板 ${place(p)["zh-CN"]}：片段“${p.partial}”一直在引用自己`, hint: "请去掉循环引用" },
        en: {
            message: `template ${place(p).en}: the partial "${p.partial}" includes itself without end`,
            hint: "break the circle",
        },
    }),
    "document.template.partial-unknown": (p) => ({
        "zh-CN": { message: `模板 ${place(p)["zh-CN"]}：没有名为“${p.partial}”的片段`, hint: "请检查片段的名称" },
        en: {
            message: `template ${place(p).en}: there is no partial "${p.partial}"`,
            hint: "check the partial's name",
        },
    }),
    "document.template.root": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：最外层须是一个 <article class="…" lang="…">，其中第一个标签须是 <title>`,
            hint: "请按 templates/README.md 的例子改",
        },
        en: {
            message: `template ${place(p).en}: the root must be one <article class="…" lang="…"> that begins with <title>`,
            hint: "follow the example in templates/README.md",
        },
    }),
    "document.template.deep": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]} 嵌套超过 ${String(p.most)} 层`,
            hint: "请减少一层套一层的 {{#…}} 和标签",
        },
        en: {
            message: `template ${place(p).en} is nested more than ${String(p.most)} levels deep`,
            hint: "use fewer blocks and elements within each other",
        },
    }),
    "document.template.syntax": (p) => ({
        "zh-CN": { message: `模板 ${place(p)["zh-CN"]} 无法解析：${p.detail}`, hint: "请检查该处的 {{ }} 是否成对" },
        en: {
            message: `template ${place(p).en} cannot be parsed: ${p.detail}`,
            hint: "check that the {{ }} there are paired",
        },
    }),
    "document.template.text-misplaced": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：文字“${p.text}”不能直接放在 <${p.parent}> 里`,
            hint: "请放进 <p> 等段落标签",
        },
        en: {
            message: `template ${place(p).en}: the text "${p.text}" may not stand directly in <${p.parent}>`,
            hint: "put it into a <p>",
        },
    }),
    "document.template.unescaped": (p) => ({
        "zh-CN": {
            message: `模板 ${place(p)["zh-CN"]}：不能用 {{{ }}} 或 {{& }}，数据必须转义后打印`,
            hint: "请改用 {{ }}",
        },
        en: {
            message: `template ${place(p).en}: {{{ }}} and {{& }} may not be used; data are always escaped`,
            hint: "use {{ }}",
        },
    }),
    "layout.character.missing": (p) => ({
        "zh-CN": {
            message: `公函等发给交易所的文件不能带印不出来的字符：“${p.character}”（${p.codePoint}）没有可用的字形，它出现在“${p.context}”`,
            hint: "是您填写的，请换一个写法，或用文字说明该字符；出自案件信息的，请退回报案人改写，由其重新生成材料包",
        },
        en: {
            message: `a paper for the recipient cannot have characters that no font has: "${p.character}" (${p.codePoint}), which stands in "${p.context}"`,
            hint: "write it another way, or describe it in words; if it comes from the case, return the packet to the victim, who corrects and rebuilds it",
        },
    }),
    "layout.image.missing": (p) => ({
        "zh-CN": { message: `文件中用到图片“${p.image}”，没有提供`, hint: "请提供该图片，或从文件中去掉" },
        en: {
            message: `the document shows the image "${p.image}", which was not supplied`,
            hint: "supply the image or take it out of the document",
        },
    }),
    "layout.style.unknown": (p) => ({
        "zh-CN": { message: `版式中没有“${p.style}”（用于${p.element}）`, hint: "可用的样式名见 templates/README.md" },
        en: {
            message: `there is no style "${p.style}" (for ${p.element})`,
            hint: "see templates/README.md for the style names",
        },
    }),
    "font.file.absent": (p) => ({
        "zh-CN": {
            message: `${p.character === "" ? "材料中的生僻字" : `“${p.character}”是生僻字，`}要用字体文件 ${p.file} 才能印出，这里还没有这个文件`,
            hint: `请选取与本程序一起发放的 ${p.file}，再做一次`,
        },
        en: {
            message: `${p.character === "" ? "rare hanzi are" : `“${p.character}” is a rare hanzi that is`} set in the font file ${p.file}, which is not at hand`,
            hint: `choose ${p.file}, which comes with this program, and try again`,
        },
    }),
    "font.file.unreadable": (p) => ({
        "zh-CN": { message: `字体文件 fonts/${p.file} 缺失或已损坏`, hint: "请重新安装本程序" },
        en: { message: `the font file fonts/${p.file} is missing or damaged`, hint: "install this program again" },
    }),
    "font.glyph.missing": (p) => ({
        "zh-CN": {
            message: `随附字体中没有这些字符：${p.characters.map((character) => named(character)["zh-CN"]).join("、")}`,
            hint: "请换一个写法，或用文字说明该字符",
        },
        en: {
            message: `none of the fonts supplied has these characters: ${p.characters.map((character) => named(character).en).join(", ")}`,
            hint: "write them another way, or describe them in words",
        },
    }),
    "font.user.restricted": (p) => ({
        "zh-CN": {
            message: `字体文件 ${p.file} 自带的许可标记${FORBIDDEN[p.rule]["zh-CN"]}`,
            hint: "请换一个允许嵌入的字体文件",
        },
        en: {
            message: `the font file ${p.file} carries a licence flag that ${FORBIDDEN[p.rule].en}`,
            hint: "choose a font file that may be embedded",
        },
    }),
    "font.user.unreadable": (p) => ({
        "zh-CN": {
            message: `字体文件 ${p.file} 无法使用：不是带轮廓的 TrueType、OpenType、WOFF 或 WOFF2 字体，或已损坏`,
            hint: "请换一个字体文件",
        },
        en: {
            message: `the font file ${p.file} cannot be used: no TrueType, OpenType, WOFF or WOFF2 font with outlines, or damaged`,
            hint: "choose another font file",
        },
    }),
    "pdf.foreign.damaged": (p) => ({
        "zh-CN": {
            message: `“${p.image}”不是可读取的 PDF，文件可能已损坏`,
            hint: "请用阅读软件打开确认；能打开的，另存或打印为新的 PDF 后再试",
        },
        en: {
            message: `"${p.image}" cannot be read as a PDF; the file may be damaged`,
            hint: "open it in a viewer; if that works, save or print it as a new PDF and try again",
        },
    }),
    "pdf.foreign.encrypted": (p) => ({
        "zh-CN": {
            message: `“${p.image}”是加密的 PDF，页面无法放入文书`,
            hint: "请提供不加密的 PDF，或提供页面的扫描图片；加密的原件仍可作为证据原样保留",
        },
        en: {
            message: `"${p.image}" is an encrypted PDF; its pages cannot be placed`,
            hint: "supply a PDF without encryption, or scans of the pages; the encrypted original can stay as evidence",
        },
    }),
    "pdf.foreign.differs": (p) => ({
        "zh-CN": {
            message: `“${p.image}”${DIFFERENCES[p.what]["zh-CN"]}，用不同的程序打开，看到的内容可能不一样`,
            hint: "请在能正常显示的程序里打印为 PDF，核对每页后再用；原件可以作为证据保留",
        },
        en: {
            message: `"${p.image}" ${DIFFERENCES[p.what].en}, so that programs may show it in different ways`,
            hint: "print it to a PDF from a program that shows it as it should be, and look at each page; the original can stay as evidence",
        },
    }),
    "pdf.foreign.layers": (p) => ({
        "zh-CN": {
            message: `“${p.image}”里有平时不显示或者只在打印时显示的图层，放进文书就会显示出来`,
            hint: "请在能正常显示的程序里打印为 PDF（图层随之合并），核对每页后再用；原件可以作为证据保留",
        },
        en: {
            message: `"${p.image}" has layers that are not shown, or only on paper; taken into a document they would be shown`,
            hint: "print it to a PDF from a program that shows it as it should be, which joins the layers, and look at each page; the original can stay as evidence",
        },
    }),
    "pdf.foreign.rotation": (p) => ({
        "zh-CN": {
            message: `${p.image} 有一页写明旋转 ${String(p.degrees)} 度；PDF 只有 90 度的倍数，各程序显示的样子不同`,
            hint: "请在能正常显示的程序里打印或者另存为 PDF，核对每页后再用",
        },
        en: {
            message: `a page of ${p.image} is turned by ${String(p.degrees)} degrees; PDF knows multiples of 90 alone, and programs show it in different ways`,
            hint: "print it, or save it as a PDF, from a program that shows it as it should be, and look at each page",
        },
    }),
    "pdf.foreign.page-absent": (p) => ({
        "zh-CN": { message: `“${p.image}”只有 ${String(p.pages)} 页，没有第 ${String(p.page)} 页` },
        en: { message: `"${p.image}" has ${counted(p.pages, "page")} and no page ${String(p.page)}` },
    }),
    "pdf.image.damaged": (p) => ({
        "zh-CN": {
            message: `图片“${p.image}”的数据不完整或已损坏，无法放入文书`,
            hint: "请重新取得该图片；原文件仍可作为证据原样保留",
        },
        en: {
            message: `the data of the picture "${p.image}" are incomplete or damaged`,
            hint: "obtain the picture again; the file as received can stay as evidence",
        },
    }),
    "pdf.image.unsupported": (p) => ({
        "zh-CN": {
            message: `图片“${p.image}”采用了${FEATURES[p.feature]["zh-CN"]}，PDF 无法收入`,
            hint: "请另存为普通的 JPEG 或 PNG 后用于文书；原文件仍可作为证据原样保留",
        },
        en: {
            message: `the picture "${p.image}" uses ${FEATURES[p.feature].en}, which a PDF cannot carry`,
            hint: "save it as ordinary JPEG or PNG for the document; the file as received can stay as evidence",
        },
    }),
}
