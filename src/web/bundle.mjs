// Writes dist/lerpack.html: script, style, templates, data files, decoders and fonts in one file that opens by itself.
import { createHash } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { packFont } from "../../fonts/block-gzip.mjs"
import { DECODERS, leanPdfLib } from "../node/bundle-options.mjs"
import { thirdPartyNotices } from "../node/notices.mjs"

const root = join(dirname(fileURLToPath(import.meta.url)), "../..")
const target = resolve(process.argv[2] ?? join(root, "dist/lerpack.html"))
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"))

/** Faces that the user adds: too large for most, and few cases need one. */
const BESIDE = ["HanaMinB.ttf.gz"]

/**
 * Fonts of the user are for the command line, and their reader is a third of the script; modules of Node are asked for by
 * code that is meant for Node alone.
 */
const notHere = {
    name: "not-here",
    setup(plugin) {
        plugin.onResolve({ filter: /^(?:@pdf-lib\/fontkit|fs|path|crypto)$/ }, ({ path }) => {
            return { path, namespace: "absent" }
        })
        plugin.onLoad({ filter: /./, namespace: "absent" }, () => ({ contents: "export default {}" }))
    },
}

const BROWSER = {
    absWorkingDir: root,
    bundle: true,
    metafile: true,
    platform: "browser",
    target: "chrome88",
    mainFields: ["browser", "module", "main"],
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [notHere, leanPdfLib],
    define: { "import.meta.url": '""', __dirname: '""', "process.env.NODE_ENV": '"production"' },
    minify: true,
    legalComments: "none",
    charset: "utf8",
    logLevel: "warning",
}

/** What went into both scripts, for their licences. */
const outputs = {}

/** What HTML may hold nowhere (WHATWG HTML, control characters and noncharacters), and the minifier writes as itself. */
const NO_HTML = /[\0-\x08\v\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]/g

async function script(entry) {
    const { outputFiles, metafile } = await build({ ...BROWSER, entryPoints: [entry], write: false, format: "iife" })
    Object.assign(outputs, metafile.outputs)
    return outputFiles[0].text
        .replaceAll(/<(?=!--|\/?script)/gi, "\\x3C")
        .replaceAll(NO_HTML, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .trim()
}

/** Text files below a folder, by their path. */
function texts(folder, isWanted) {
    return Object.fromEntries(
        readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
            .map((name) => name.replaceAll("\\", "/"))
            .filter(isWanted)
            .sort()
            .map((name) => [name, readFileSync(join(root, folder, name), "utf8")]),
    )
}

/** The core with the browser's host, for pages of others: `lerpack/web`. */
async function library() {
    const contents = 'export * from "./src/index.ts"; export * from "./src/web/index.ts"'
    await build({
        ...BROWSER,
        stdin: { contents, resolveDir: root, loader: "ts" },
        outfile: "dist/web.js",
        format: "esm",
        target: "es2022",
    })
    mkdirSync(join(root, "dist/types"), { recursive: true })
    writeFileSync(join(root, "dist/types/web.d.ts"), 'export * from "./index.js"\nexport * from "./web/index.js"\n')
}

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex")
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`
/** Bytes that are handed over at once: so few that the page never stands still. */
const PIECE = 768 << 10

/** A file as base64, in pieces that can each be decoded alone. */
function binary(name, bytes) {
    const pieces = []
    for (let at = 0; at < bytes.length; at += PIECE)
        pieces.push(
            `<script type="text/plain" data-file="${name}">${bytes.toString("base64", at, Math.min(at + PIECE, bytes.length))}</script>`,
        )
    return pieces.join("\n")
}

const [page, worker] = await Promise.all([script("src/web/page/main.tsx"), script("src/web/work/worker.ts")])
const style = readFileSync(join(root, "src/web/page/page.css"), "utf8").trim()
const resources = JSON.stringify({
    tool: `lerpack ${version}`,
    templates: texts("templates", (name) => name.endsWith(".hbs")),
    assets: texts("assets", (name) => /^(?:forms|legal|recipients)\/.*\.yaml$/.test(name)),
    beside: Object.fromEntries(BESIDE.map((name) => [name, sha256(readFileSync(join(root, "fonts", name)))])),
}).replaceAll("<", "\\u003C")
const fonts = readdirSync(join(root, "fonts"))
    .filter((name) => /\.ttf(?:\.gz)?$/.test(name) && !BESIDE.includes(name))
    .sort()
    .map((name) => {
        const bytes = readFileSync(join(root, "fonts", name))
        return name.endsWith(".gz") ? binary(name, bytes) : binary(`${name}.gz`, packFont(bytes))
    })
const decoders = Object.entries(DECODERS).map(([name, path]) =>
    binary(`${name}.wasm`, readFileSync(join(root, "node_modules", path))),
)
const licences = readdirSync(join(root, "fonts"))
    .filter((name) => /^(?:OFL|LICENSE)-.*\.txt$/.test(name))
    .map((name) => `---- ${name} ----\n\n${readFileSync(join(root, "fonts", name), "utf8")}`)
const notices = [
    readFileSync(join(root, "LICENSE"), "utf8"),
    thirdPartyNotices(root, { outputs }),
    `Fonts:\n\n${licences.join("\n")}`,
].join("\n")
/** Said when all that the worker needs to begin with is there. */
const given = 'dispatchEvent(new Event("given"))'
const policy = [
    "default-src 'none'",
    `script-src ${hash(page)} ${hash(given)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "img-src blob: data:",
    "worker-src blob:",
    "frame-src blob:",
    "media-src blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
].join("; ")

const pieces = [...decoders, ...fonts].join("\n")
/** Said to whoever has a copy that is not whole. */
const MEGABYTES = Math.round((pieces.length + page.length + worker.length) / 1e6)

const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="referrer" content="no-referrer">
<title>lerpack 材料包</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="app"><div class="unopened">
<p>页面没有打开。一直看到这几行的，是下面几种情况之一：</p>
<ul>
<li>浏览器太旧，或者用了“兼容模式”：360、QQ 等浏览器请点地址栏右边的图标，切换到“极速模式”；或者换用 Chrome、Edge（2021 年以后的版本）。</li>
<li>文件不完整（复制、下载时断了）：请重新拷贝 lerpack.html，大小约 ${String(MEGABYTES)} MB。</li>
<li>浏览器禁用了 JavaScript。</li>
</ul>
<p lang="en">The page did not open: the browser is older than 2021 or in a compatibility mode (use Chrome or Edge), the file is not whole (copy lerpack.html again, about ${String(MEGABYTES)} MB), or JavaScript is turned off.</p>
</div></div>
<script>${page}</script>
<script type="application/json" id="resources">${resources}</script>
<script type="text/plain" id="notices">${notices.replaceAll("<", "\\x3C")}</script>
<script type="text/plain" id="worker">${worker}</script>
<script>${given}</script>
${pieces}
<script type="text/plain" id="end">whole</script>
</body>
</html>
`
mkdirSync(dirname(target), { recursive: true })
writeFileSync(target, html)
if (process.argv[2] === undefined) {
    await library()
    writeFileSync(join(root, "dist/THIRD-PARTY-page.txt"), notices)
}
process.stdout.write(`${target} ${String(Buffer.byteLength(html))} B, SHA-256 ${sha256(html)}\n`)
