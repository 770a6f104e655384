// How all of lerpack is bundled for Node: the command line, and what `npm run bench` measures.

const COMPRESSION = 'import { zlibSync } from "fflate"; export default { deflate: (bytes) => zlibSync(bytes) }'

/**
 * pdf-lib does not say that its modules do nothing but export; without this all of it is loaded for any part of it. Its
 * standard fonts, which are unpacked at every start, and its PNG reader are for drawing, which we never let it do; what
 * it compresses, the one deflate of everything else compresses.
 */
export const leanPdfLib = {
    name: "lean-pdf-lib",
    setup(build) {
        build.onResolve({ filter: /^@pdf-lib\/(?:standard-fonts|upng)$/ }, ({ path }) => {
            return { path, namespace: "unused", sideEffects: false }
        })
        build.onLoad({ filter: /./, namespace: "unused" }, () => {
            return { contents: "export const Encodings = {}, Font = {}, FontNames = {}; export default {}" }
        })
        build.onResolve({ filter: /^pako$/ }, ({ path, importer }) => {
            const isPdfLib = /[\\/]node_modules[\\/]pdf-lib[\\/]/.test(importer)
            return isPdfLib ? { path, namespace: "compression", sideEffects: false } : undefined
        })
        build.onLoad({ filter: /./, namespace: "compression" }, () => ({
            contents: COMPRESSION,
            resolveDir: import.meta.dirname,
        }))
        build.onResolve({ filter: /^(?:pdf-lib$|\.)/ }, async ({ path, pluginData, ...from }) => {
            const isInside = /[\\/]node_modules[\\/]pdf-lib[\\/]/.test(from.importer)
            if (pluginData === "resolved" || (path !== "pdf-lib" && !isInside)) return undefined
            const { kind, importer, resolveDir } = from
            const resolved = await build.resolve(path, { kind, importer, resolveDir, pluginData: "resolved" })
            return { ...resolved, sideEffects: false }
        })
    },
}

/** Decoders of pictures, unchanged: whoever wants another build of one puts it in its place. */
export const DECODERS = {
    webp: "@jsquash/webp/codec/dec/webp_dec.wasm",
    avif: "@jsquash/avif/codec/dec/avif_dec.wasm",
    heic: "libheif-js/libheif-wasm/libheif.wasm",
}

export const NODE_BUNDLE = {
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    // pdf-lib's ESM build parses in a third of the time of its hundreds of CommonJS files.
    mainFields: ["module", "main"],
    plugins: [leanPdfLib],
    // Half the bytes to read and scan at every start; names stay, so that a stack trace can be read.
    minifyWhitespace: true,
    minifySyntax: true,
    // CommonJS packages inside the bundle ask for node modules through `require`.
    banner: {
        js: 'import { createRequire as lerpackRequire } from "node:module"; const require = lerpackRequire(import.meta.url);',
    },
    // A CommonJS package asks where it lies, to load files that we hand to it.
    define: { __dirname: '""' },
    legalComments: "none",
    logLevel: "warning",
}
