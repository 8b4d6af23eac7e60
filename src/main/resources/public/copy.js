// Puts a button beside each text that is there to be copied. Without this script the text can be marked all the same.
for (const box of document.querySelectorAll('[data-copy]')) {
  const code = box.firstElementChild;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = box.dataset.copy;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    getSelection().selectAllChildren(code);
    try {
      await navigator.clipboard.writeText(code.textContent);
    } catch {
      if (!document.execCommand('copy')) return; // where there is no https; what is marked can be copied by hand
    }
    button.textContent = box.dataset.copied;
    setTimeout(() => { button.textContent = box.dataset.copy; }, 2000);
  });
  box.append(button);
}
