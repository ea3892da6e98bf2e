// Below each event that clients send: a form of its payload, the same as JSON, and what comes back.
'use strict'
{
  const PATIENCE = 10_000
  const { contract, stringify, parse } = Values
  const { element } = Form

  class Attempt {
    constructor(place, event) {
      this.place = place
      this.event = event
      this.message = event.messages[0] ?? { examples: [] }
      this.start = element('button', { type: 'button', className: 'start', textContent: 'Try it' })
      this.start.addEventListener('click', () => this.open())
      place.append(this.start)
    }

    open() {
      this.output = element('div', { className: 'answer' })
      this.output.setAttribute('role', 'status')
      this.body = element('div', { className: 'body' })
      this.send = element('button', { textContent: 'Send' })
      const form = element('form', { noValidate: true }, ...this.namespaceField(), this.choices(), this.body, element('p', { className: 'row' }, this.send), this.output)
      form.addEventListener('submit', (event) => {
        event.preventDefault()
        this.submit()
      })
      this.start.replaceWith(form)
      this.fill(this.message.examples[0]?.value)
      this.label()
      Live.onChange(() => this.label())
      form.querySelector('.body input, .body select, .body textarea')?.focus({ preventScroll: true })
    }

    /** A namespace with values in its name is told which. */
    namespaceField() {
      const { namespace } = this.event
      if (!namespace.includes('{')) {
        this.namespace = () => namespace
        return []
      }
      const input = element('input', { value: namespace, spellcheck: false })
      this.namespace = () => input.value.trim()
      input.addEventListener('input', () => this.label())
      return [element('label', { className: 'field' }, 'Namespace ', input)]
    }

    /** Which possibility, which example, and whether it is edited as a form or as JSON. */
    choices() {
      const row = element('div', { className: 'choices' })
      this.tabs = ['Form', 'JSON'].map((name) => {
        const tab = element('button', { type: 'button', className: 'tab', textContent: name })
        tab.setAttribute('aria-pressed', 'false')
        tab.addEventListener('click', () => this.show(name === 'JSON'))
        return tab
      })
      row.append(element('span', { className: 'tabs' }, ...this.tabs))
      const all = this.event.messages.flatMap((message, i) =>
        message.examples.map((example, j) => ({ message, example, title: example.title || `example ${j + 1}${this.event.messages.length > 1 ? ` of possibility ${i + 1}` : ''}` })),
      )
      if (all.length > 1) {
        const select = element('select', { ariaLabel: 'Example' }, ...all.map(({ title }, i) => element('option', { value: i, textContent: title })))
        select.addEventListener('change', () => {
          this.message = all[select.selectedIndex].message
          this.fill(all[select.selectedIndex].example.value)
        })
        row.append(select)
      }
      return row
    }

    fill(value) {
      this.raw = !this.message.schema
      this.draw(value)
    }

    draw(value) {
      this.tabs.forEach((tab, i) => tab.setAttribute('aria-pressed', String(this.raw === (i === 1))))
      if (this.raw) {
        const area = element('textarea', { className: 'json raw', spellcheck: false, value: value === undefined ? '' : stringify(value), ariaLabel: 'Payload as JSON' })
        area.rows = Math.min(20, Math.max(3, area.value.split('\n').length))
        this.read = () => (area.value.trim() ? parse(area.value) : undefined)
        this.body.replaceChildren(area)
      } else {
        const editor = Form.editor(this.message.schema, value)
        this.read = editor.value
        this.body.replaceChildren(editor.element)
      }
    }

    show(raw) {
      if (raw === this.raw) {
        return
      }
      try {
        const value = this.read()
        this.raw = raw
        this.draw(value)
        this.output.replaceChildren()
      } catch (error) {
        this.say('bad', error.message)
      }
    }

    label() {
      this.send.textContent = Live.isConnected(this.namespace()) ? 'Send' : 'Connect and send'
    }

    say(kind, title, value) {
      this.output.replaceChildren(element('p', { className: kind, textContent: title }))
      if (value !== undefined) {
        this.output.append(element('pre', { textContent: stringify(value) }))
      }
    }

    async submit() {
      const { name } = this.event
      this.unmark()
      let args
      try {
        const value = this.read()
        args = this.message.several ? (value ?? []) : value === undefined ? [] : [value]
        if (!Array.isArray(args)) {
          throw new Error('several arguments are a list: [first, second]')
        }
      } catch (error) {
        return this.say('bad', error.message)
      }
      this.send.disabled = true
      this.say('wait', 'sending')
      try {
        await Live.ready
        const socket = await Live.connect(this.namespace())
        const began = performance.now()
        Live.note('sent', this.namespace(), name, args.length === 1 ? args[0] : args)
        const answer = await new Promise((done, failed) =>
          socket.timeout(PATIENCE).emit(name, ...args, (late, ...all) => (late ? failed(new Error(`no acknowledgement within ${PATIENCE / 1000} s`)) : done(all))),
        )
        this.answered(answer, Math.round(performance.now() - began))
      } catch (error) {
        this.say('bad', error.message)
      } finally {
        this.send.disabled = false
        this.label()
      }
    }

    answered(answer, took) {
      const error = answer[0]?.error
      Live.note(error ? 'error' : 'ack', this.namespace(), this.event.name, answer.length === 1 ? answer[0] : answer)
      if (typeof error?.code !== 'number') {
        return this.say('good', `Acknowledged in ${took} ms`, answer.length === 1 ? answer[0] : answer.length ? answer : undefined)
      }
      this.say('bad', `Refused: ${error.code} ${error.reason}`)
      const details = Array.isArray(error.details) ? error.details : []
      this.output.append(
        element('ul', {}, ...details.map(({ path, message }) => element('li', {}, element('code', { textContent: path || 'payload' }), ` ${message}`))),
      )
      if (error.reference) {
        this.output.append(element('p', { textContent: `Reference in the log: ${error.reference}` }))
      }
      details.forEach(({ path }) => this.mark(path))
    }

    /** Marks the field that an error names, or the nearest around it. */
    mark(path) {
      const fields = [...this.body.querySelectorAll('[data-path]')]
      for (let at = path; at; at = at.replace(/(\.[^.[]*|\[\d+]|^[^.[]+)$/, '')) {
        const field = fields.find((one) => one.dataset.path === at)
        if (field) {
          field.setAttribute('aria-invalid', 'true')
          return
        }
      }
    }

    unmark() {
      this.body.querySelectorAll('[aria-invalid]').forEach((field) => field.removeAttribute('aria-invalid'))
    }
  }

  for (const place of document.querySelectorAll('.try')) {
    const event = contract.events[place.dataset.event]
    if (event) {
      new Attempt(place, event)
    }
  }
}
