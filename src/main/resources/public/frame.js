// In a frame: tells the page around it how high the headlines are. embed.js there listens, and asks if it came later.
if (parent !== self) {
  const tell = () => parent.postMessage({loa: 'height', height: Math.ceil(document.documentElement.getBoundingClientRect().height)}, '*');
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener('message', event => event.source === parent && event.data?.loa === 'height?' && tell());
}
