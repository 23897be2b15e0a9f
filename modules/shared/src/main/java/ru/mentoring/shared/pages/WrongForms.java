package ru.mentoring.shared.pages;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.support.ConfigurableWebBindingInitializer;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.ModelAttributeMethodProcessor;
import org.springframework.web.method.annotation.ModelFactory;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Keeps a form that could not be read wholly, so that its page can be shown again.
 *
 * <p>Where one field of a record holds no date, number or choice, Spring hands the controller what
 * it could read, but leaves the model without the form: the page fails on the first mention of it,
 * every further fault that the controller finds fails as well, and good dates come back in another
 * notation than they were written in. Here the model and the faults know the form as far as it
 * could be read; the unreadable fields are null in it, and the page shows what was typed.
 */
@Component
class WrongForms implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RequestMappingHandlerAdapter adapter) {
            var resolvers =
                    Objects.requireNonNullElse(
                            adapter.getArgumentResolvers(),
                            List.<HandlerMethodArgumentResolver>of());
            adapter.setArgumentResolvers(
                    resolvers.stream()
                            .map(resolver -> keeping(resolver, adapter.getWebBindingInitializer()))
                            .toList());
        }
        return bean;
    }

    private static HandlerMethodArgumentResolver keeping(
            HandlerMethodArgumentResolver resolver, @Nullable WebBindingInitializer initializer) {
        return resolver instanceof ModelAttributeMethodProcessor
                        && initializer instanceof ConfigurableWebBindingInitializer binding
                ? new Keeping(resolver, binding)
                : resolver;
    }

    private record Keeping(
            HandlerMethodArgumentResolver reader, ConfigurableWebBindingInitializer binding)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return reader.supportsParameter(parameter);
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer page,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders)
                throws Exception {
            var form = reader.resolveArgument(parameter, page, request, binders);
            var name = ModelFactory.getNameForParameter(parameter);
            if (form != null
                    && page != null
                    && page.getModel().get(BindingResult.MODEL_KEY_PREFIX + name)
                            instanceof BindingResult faults
                    && faults.getTarget() == null) {
                var known = knowing(form, name, faults).getModel();
                // The faults have to come last: there the controller's next parameter finds them.
                page.removeAttributes(known);
                page.addAllAttributes(known);
            }
            return form;
        }

        private BindingResult knowing(Object form, String name, BindingResult faults) {
            var result = new BeanPropertyBindingResult(form, name);
            var conversion = binding.getConversionService();
            if (conversion != null) {
                result.initConversion(conversion);
            }
            var codes = binding.getMessageCodesResolver();
            if (codes != null) {
                result.setMessageCodesResolver(codes);
            }
            result.addAllErrors(faults);
            return result;
        }
    }
}
