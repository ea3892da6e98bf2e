// Schemas and values: what a schema means once its parts are put together, and JSON in which there may be binaries.
'use strict'

const Values = (() => {
  const contract = JSON.parse(document.getElementById('contract').textContent)
  const DEEPEST = 20

  /** What is meant by a schema, with its parts in one. */
  function resolved(schema, depth = 0) {
    if (schema === true || schema === undefined || depth > DEEPEST) {
      return {}
    }
    if (typeof schema !== 'object' || schema === null) {
      return {}
    }
    if (typeof schema.$ref === 'string') {
      return resolved(contract.schemas[schema.$ref.split('/').pop()], depth + 1)
    }
    const parts = [...(schema.allOf ?? []), schema.if && schema.then, schema.if && schema.else].filter(Boolean)
    if (!parts.length) {
      return schema
    }
    const { allOf, if: when, then, else: otherwise, ...merged } = schema
    const must = new Set((allOf ?? []).map((part) => resolved(part, depth + 1)))
    for (const part of [...must, ...[then, otherwise].map((one) => resolved(one, depth + 1))]) {
      const required = must.has(part) ? (part.required ?? []) : []
      const { required: ignored, not, ...words } = part
      Object.assign(merged, { ...words, ...merged })
      merged.required = [...(merged.required ?? []), ...required]
      if (part.properties) {
        merged.properties = { ...part.properties, ...merged.properties }
      }
    }
    return merged
  }

  /** Possibilities of a schema, without null, which is one of them or not. */
  function alternatives(schema) {
    const all = schema.oneOf ?? schema.anyOf ?? []
    const some = all.filter((one) => one?.type !== 'null')
    return { some, nullable: some.length < all.length }
  }

  function kinds(schema) {
    const said = [schema.type ?? []].flat()
    const kinds = said.filter((kind) => kind !== 'null')
    if (!kinds.length && !said.length) {
      if (schema.properties || schema.additionalProperties) {
        kinds.push('object')
      } else if (schema.items) {
        kinds.push('array')
      } else if (schema.pattern ?? schema.minLength ?? schema.maxLength ?? false) {
        kinds.push('string')
      } else if (schema.minimum ?? schema.maximum ?? false) {
        kinds.push('number')
      }
    }
    return kinds
  }

  function nullable(schema) {
    return [schema.type].flat().includes('null') || schema.nullable === true || alternatives(schema).nullable
  }

  function isBinary(value) {
    return value instanceof Uint8Array || value instanceof ArrayBuffer
  }

  /** JSON for people to edit; a binary is an object with its base64. */
  function stringify(value) {
    return JSON.stringify(
      value,
      (key, one) => {
        if (!isBinary(one)) {
          return one
        }
        let bytes = ''
        new Uint8Array(one).forEach((byte) => (bytes += String.fromCharCode(byte)))
        return { $binary: btoa(bytes) }
      },
      2,
    )
  }

  /** The opposite. */
  function parse(text) {
    return JSON.parse(text, (key, one) => {
      if (typeof one?.$binary !== 'string' || Object.keys(one).length !== 1) {
        return one
      }
      return Uint8Array.from(atob(one.$binary), (letter) => letter.charCodeAt(0))
    })
  }

  return { contract, resolved, alternatives, kinds, nullable, isBinary, stringify, parse }
})()
