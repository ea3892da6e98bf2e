// Forms made from schemas. An editor has an element, and a value that is read when it is asked for; what it cannot read it
// says by throwing. Nothing is judged here: that is what the server is tried for.
'use strict'

const Form = (() => {
  const DEEPEST = 8
  let count = 0

  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties)
    made.append(...children)
    return made
  }

  /** Something that has no value: a field that is left out. */
  const NONE = Symbol('none')

  /** An editor for a schema. Path is that of errors: `lines[0].article`. */
  function editor(written, value, path, depth) {
    const schema = Values.resolved(written)
    const kinds = Values.kinds(schema)
    const { some } = Values.alternatives(schema)
    if (depth > DEEPEST) {
      return json(value, path)
    }
    if ('const' in schema) {
      return constant(schema.const)
    }
    if (schema.enum) {
      return choice(schema.enum, value, path)
    }
    if (some.length === 1) {
      return editor(some[0], value, path, depth + 1)
    }
    if (some.length > 1) {
      return oneOf(schema, some, value, path, depth)
    }
    switch (kinds.length === 1 ? kinds[0] : '') {
      case 'object':
        return schema.properties || schema.additionalProperties ? object(schema, value, path, depth) : json(value ?? {}, path)
      case 'array':
        return array(schema, value, path, depth)
      case 'string':
        return schema.format === 'binary' ? binary(value, path) : text(schema, value, path)
      case 'integer':
      case 'number':
        return number(schema, kinds[0], value, path)
      case 'boolean':
        return checkbox(value, path)
      default:
        return json(value, path)
    }
  }

  function field(input, path, read) {
    input.id = `field-${++count}`
    input.dataset.path = path
    return { element: input, label: input.id, value: () => read(input) }
  }

  function constant(value) {
    return { element: element('code', { textContent: JSON.stringify(value) }), value: () => value }
  }

  function choice(values, value, path) {
    const select = element('select')
    values.forEach((one, i) => select.append(element('option', { value: i, textContent: one === null ? 'null' : String(one) })))
    const at = values.findIndex((one) => JSON.stringify(one) === JSON.stringify(value))
    select.selectedIndex = Math.max(0, at)
    return field(select, path, () => values[select.selectedIndex])
  }

  function text(schema, value, path) {
    const long = schema.maxLength > 200 || String(value ?? '').includes('\n')
    const input = element(long ? 'textarea' : 'input', { value: value ?? '', spellcheck: false, autocomplete: 'off' })
    return field(input, path, () => input.value)
  }

  function number(schema, kind, value, path) {
    const input = element('input', { type: 'number', step: kind === 'integer' ? (schema.multipleOf ?? 1) : 'any', value: value ?? '' })
    return field(input, path, () => {
      if (input.value === '' || Number.isNaN(input.valueAsNumber)) {
        throw new Error(`${path || 'the payload'} is no number`)
      }
      return input.valueAsNumber
    })
  }

  function checkbox(value, path) {
    const input = element('input', { type: 'checkbox', checked: value === true })
    return field(input, path, () => input.checked)
  }

  /** A binary comes from a file; until one is chosen it is what it was, or empty. */
  function binary(value, path) {
    const input = element('input', { type: 'file' })
    let bytes = Values.isBinary(value) ? value : new TextEncoder().encode(typeof value === 'string' ? value : '')
    input.addEventListener('change', async () => {
      bytes = input.files[0] ? new Uint8Array(await input.files[0].arrayBuffer()) : new Uint8Array()
    })
    return field(input, path, () => bytes)
  }

  /** What has no form of its own is JSON. */
  function json(value, path) {
    const input = element('textarea', { value: value === undefined ? 'null' : Values.stringify(value), spellcheck: false, rows: 2 })
    input.className = 'json'
    return field(input, path, () => {
      try {
        return Values.parse(input.value)
      } catch (error) {
        throw new Error(`${path || 'the payload'} is not JSON: ${error.message}`)
      }
    })
  }

  function oneOf(schema, some, value, path, depth) {
    const { oneOf: one, anyOf: any, discriminator, ...base } = schema
    const possible = some.map((option) => {
      const whole = Values.resolved({ allOf: [base, option] })
      return Object.keys(base).length ? whole : option
    })
    const select = element('select', { ariaLabel: 'which of these' })
    select.id = `field-${++count}`
    select.dataset.path = path
    some.forEach((option, i) => select.append(element('option', { value: i, textContent: title(option, i) })))
    const inside = element('div', { className: 'choice' })
    let current
    function show(index, now) {
      current = editor(possible[index], now, path, depth + 1)
      inside.replaceChildren(current.element)
    }
    select.selectedIndex = Math.max(0, possible.findIndex((option) => looksLike(Values.resolved(option), value)))
    select.addEventListener('change', () => show(select.selectedIndex, undefined))
    show(select.selectedIndex, value)
    return { element: element('div', {}, select, inside), label: select.id, value: () => current.value() }
  }

  function title(option, i) {
    const schema = Values.resolved(option)
    const [name, said] = Object.entries(schema.properties ?? {}).find(([, one]) => 'const' in Object(one)) ?? []
    return name ? `${name}: ${said.const}` : (option.$ref?.split('/').pop() ?? schema.title ?? Values.kinds(schema)[0] ?? `possibility ${i + 1}`)
  }

  /** Which possibility a value is of: by what is constant in it, by its fields, or by its kind. */
  function looksLike(schema, value) {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    if (!isObject) {
      const kind = Array.isArray(value) ? 'array' : typeof value
      return Values.kinds(schema).some((one) => one === kind || (one === 'integer' && kind === 'number'))
    }
    const fields = Object.entries(schema.properties ?? {})
    const constants = fields.filter(([, one]) => 'const' in Object(one))
    return constants.length
      ? constants.every(([name, one]) => one.const === value[name])
      : fields.length > 0 && (schema.required ?? Object.keys(value)).every((name) => name in value)
  }

  /** One field of an object. What may be missing has a box that says whether it is there. */
  function member(name, written, required, value, path, depth) {
    const schema = Values.resolved(written)
    const present = value !== undefined && value !== null
    const optional = !required || Values.nullable(schema)
    const inside = editor(written, value ?? undefined, path, depth + 1)
    const label = element('label', { textContent: name })
    if (inside.label) {
      label.htmlFor = inside.label
    } else {
      inside.element.setAttribute('aria-label', name)
    }
    const row = element('div', { className: 'field' }, label)
    const box = element('input', { type: 'checkbox', checked: required && !optional ? true : present })
    if (optional) {
      box.title = required ? 'a value, or null' : 'send it, or leave it out'
      box.ariaLabel = `${name}: ${box.title}`
      box.className = 'there'
      label.before(box)
      const update = () => row.classList.toggle('absent', !box.checked)
      box.addEventListener('change', update)
      inside.element.addEventListener('input', () => ((box.checked = true), update()))
      inside.element.addEventListener('click', (event) => event.target.closest('button, select') && ((box.checked = true), update()))
      update()
    }
    row.append(inside.element)
    const absent = required ? null : NONE
    return { element: row, name, value: () => (optional && !box.checked ? absent : inside.value()) }
  }

  function object(schema, value, path, depth) {
    const known = schema.properties ?? {}
    const start = typeof value === 'object' && value !== null ? value : {}
    const members = Object.entries(known)
      .filter(([, one]) => one !== false)
      .map(([name, one]) =>
        member(name, one, (schema.required ?? []).includes(name), start[name], path ? `${path}.${name}` : name, depth),
      )
    const fields = element('fieldset', {}, ...members.map((one) => one.element))
    fields.dataset.path = path
    const others = schema.additionalProperties
    const more = typeof others === 'object' || (others !== false && Object.keys(start).some((name) => !(name in known)))
    const rest = more ? map(others === true ? {} : (others ?? {}), Object.entries(start).filter(([name]) => !(name in known)), path, depth) : null
    if (rest) {
      fields.append(rest.element)
    }
    return {
      element: fields,
      value() {
        const all = {}
        for (const one of members) {
          const now = one.value()
          if (now !== NONE) {
            all[one.name] = now
          }
        }
        return Object.assign(all, rest?.value())
      },
    }
  }

  /** Fields whose names are not known before. */
  function map(schema, entries, path, depth) {
    return list('field', entries, ([name, value] = ['', undefined]) => {
      const key = element('input', { value: name, placeholder: 'name', ariaLabel: 'name', className: 'key' })
      const inside = editor(schema, value, path ? `${path}.${name}` : name, depth + 1)
      return { element: element('div', { className: 'pair' }, key, inside.element), value: () => [key.value, inside.value()] }
    }, Object.fromEntries)
  }

  function array(schema, value, path, depth) {
    const start = Array.isArray(value) ? value : []
    const what = schema['x-socketio-args'] ? 'argument' : 'element'
    if (schema.maxItems === 0) {
      return { element: element('p', { textContent: what === 'argument' ? 'No argument.' : 'Nothing in it.' }), value: () => [] }
    }
    if (Array.isArray(schema.items)) {
      const parts = schema.items.map((one, i) => member(`${what} ${i + 1}`, one, i < (schema.minItems ?? schema.items.length), start[i], `${path}[${i}]`, depth))
      return { element: element('fieldset', {}, ...parts.map((one) => one.element)), value: () => parts.map((one) => one.value()).filter((one) => one !== NONE) }
    }
    return list(what, start, (one, i) => editor(schema.items, one, `${path}[${i}]`, depth + 1), (all) => all, path)
  }

  /** Some editors, of which there can be more or fewer. */
  function list(what, values, make, gathered, path) {
    const fields = element('fieldset', { className: 'list' })
    const add = element('button', { type: 'button', className: 'plain', textContent: `Add ${what}` })
    if (path !== undefined) {
      fields.dataset.path = path
    }
    const all = []

    /** Errors name elements by their numbers, which change when one is taken away. */
    function renumber() {
      ;[...fields.querySelectorAll(':scope > .element')].forEach((row, i) => {
        const before = `${path}[${row.dataset.at}]`
        for (const one of row.querySelectorAll('[data-path]')) {
          if (one.dataset.path.startsWith(before)) {
            one.dataset.path = `${path}[${i}]` + one.dataset.path.slice(before.length)
          }
        }
        row.dataset.at = i
      })
    }

    function append(value) {
      const one = make(value, all.length)
      const remove = element('button', { type: 'button', className: 'plain remove', textContent: '×', ariaLabel: `Remove ${what}`, title: `Remove ${what}` })
      const row = element('div', { className: 'element' }, one.element, remove)
      remove.addEventListener('click', () => {
        all.splice(all.indexOf(one), 1)
        row.remove()
        renumber()
        add.focus()
      })
      row.dataset.at = all.length
      all.push(one)
      add.before(row)
    }
    fields.append(add)
    values.forEach(append)
    add.addEventListener('click', () => append(undefined))
    return { element: fields, value: () => gathered(all.map((one) => one.value())) }
  }

  return { editor: (schema, value) => editor(schema, value, '', 0), element }
})()
