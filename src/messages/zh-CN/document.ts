import type { DocumentIssues } from "../../base/issues/document.ts"
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
        message: `字体中没有“${p.character}”（${p.codePoint}），它出现在“${p.context}”`,
        hint: "请换一个写法，或安装含有该字的字体",
    }),
    "layout.image.missing": (p) => ({
        message: `文件中用到图片“${p.image}”，没有提供`,
        hint: "请提供该图片，或从文件中去掉",
    }),
    "layout.style.unknown": (p) => ({
        message: `版式中没有“${p.style}”（用于${p.element}）`,
        hint: "可用的样式名见 templates/README.md",
    }),
}

/** Where in a template: name, line, column. */
function place(p: { template: string; line: number; column: number }): string {
    return `${p.template} 第${String(p.line)}行第${String(p.column)}列`
}
