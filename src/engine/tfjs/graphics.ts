import type { Failure } from '../../base/failure';
import type { BackendRefusal } from '../../experiment/backends';

/** A WebGL context that tfjs may compute on, and whether a processor draws it. */
export interface Graphics {
  readonly context: WebGL2RenderingContext;
  readonly software: boolean;
}

const softwareRenderer = /swiftshader|llvmpipe|softpipe|software|basic render/i;

type Opened = Graphics | { readonly refusal: BackendRefusal };

/** What was refused, by whether software was taken: a worker asks at every new network, and a context takes 50 ms. */
const refused = new Map<boolean, Opened>();

/**
 * Opens a WebGL 2 context on a canvas of its own, which Safari's workers need, and holds it to
 * float32: norms that overflow in half precision would look like explosions. What is refused once stays so. A context
 * that is lost later is an error nobody catches: reads would never end or give zeros, so the worker is given up.
 */
export function openGraphics(softwareWebgl: boolean): Opened {
  const opened = refused.get(softwareWebgl) ?? openContext(softwareWebgl);
  if ('refusal' in opened) refused.set(softwareWebgl, opened);
  return opened;
}

function openContext(softwareWebgl: boolean): Opened {
  const canvas = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(300, 150);
  const context = canvas?.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    stencil: false,
    premultipliedAlpha: false,
    preserveDrawingBuffer: false,
    failIfMajorPerformanceCaveat: !softwareWebgl,
  }) as WebGL2RenderingContext | null | undefined;
  if (!context) return { refusal: 'noWebgl' };
  const software = softwareRenderer.test(rendererOf(context));
  const isFloat = context.getExtension('EXT_color_buffer_float') !== null;
  if ((software && !softwareWebgl) || !isFloat) {
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return { refusal: isFloat ? 'softwareWebgl' : 'halfFloat' };
  }
  canvas?.addEventListener('webglcontextlost', () => {
    throw new Error('contextLost' satisfies Failure);
  });
  return { context, software };
}

function rendererOf(context: WebGL2RenderingContext): string {
  const information = context.getExtension('WEBGL_debug_renderer_info');
  return String(context.getParameter(information?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
}
